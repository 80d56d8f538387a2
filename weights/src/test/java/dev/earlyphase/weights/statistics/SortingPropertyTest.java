package dev.earlyphase.weights.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

class SortingPropertyTest {

    @Property(tries = 100)
    void whatever_the_bits_values_are_sorted_as_by_comparing_them(
            @ForAll long seed, @ForAll @IntRange(max = 5_000) int size) {
        var random = new Random(seed);
        var values = new float[size];
        for (int i = 0; i < size; i++) {
            float value = Float.intBitsToFloat(random.nextInt());
            values[i] = Float.isFinite(value) ? value + 0.0f : 0;
        }
        float[] compared = values.clone();
        Arrays.sort(compared);

        Sorting.sort(values);

        assertThat(values).isEqualTo(compared);
    }

    @Property
    void a_sample_of_several_runs_answers_as_one_sorted_run_would(
            @ForAll @Size(min = 1, max = 4) List<@Size(max = 9) List<Float>> given) {
        var samples =
                given.stream().map(SortingPropertyTest::array).map(Sample::of).toList();
        Sample together = Sample.together(samples);

        Sample one = Sample.of(array(given.stream().flatMap(List::stream).toList()));

        assertThat(together.count()).isEqualTo(one.count());
        for (int rank = 0; rank < one.count(); rank++) {
            float value = one.ranked(rank);
            assertThat(together.ranked(rank)).isEqualTo(value);
            assertThat(together.below(value)).isEqualTo(one.below(value)).isLessThanOrEqualTo(rank);
            assertThat(together.upTo(value)).isEqualTo(one.upTo(value)).isGreaterThan(rank);
            assertThat(together.ceiling(value)).isEqualTo(value);
            assertThat(together.lower(value)).isEqualTo(one.lower(value)).isLessThan(value);
        }
    }

    private static float[] array(List<Float> values) {
        var array = new float[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return array;
    }
}
