package dev.earlyphase.weights.statistics;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class GaussianFitTest {

    private static final int MANY = 100_000;

    @Property
    void the_distance_is_the_largest_over_all_values(
            @ForAll @Size(min = 1, max = 60) List<@FloatRange(min = -3, max = 3) Float> values) {
        float[] array = array(values);

        GaussianFit fit = GaussianFit.of(array, null);

        assertThat(fit.distance()).isEqualTo(scanned(array, fit));
    }

    @Test
    void two_values_are_one_deviation_to_either_side() {
        GaussianFit fit = GaussianFit.of(new float[] {-1, 1}, null);

        assertThat(fit.mean()).isZero();
        assertThat(fit.standardDeviation()).isEqualTo(1);
        assertThat(fit.distance()).isCloseTo(0.3413447460685429, within(1e-12));
    }

    @Test
    void equal_values_are_no_distance_away() {
        assertThat(GaussianFit.of(new float[] {2, 2, 2}, null)).isEqualTo(new GaussianFit(2, 0, 0));
    }

    @Test
    void no_values_give_zeros_throughout() {
        assertThat(GaussianFit.of(new float[] {1}, new BitSet())).isEqualTo(new GaussianFit(0, 0, 0));
    }

    @Test
    void normal_values_are_close_to_their_fit() {
        float[] normal = drawn(random -> random.nextGaussian());

        GaussianFit fit = GaussianFit.of(normal, null);

        // Kolmogorov's law leaves 1.63 / sqrt(n) to one sample in a hundred, and the fit brings it nearer.
        assertThat(fit.distance()).isLessThan(1.63 / Math.sqrt(MANY)).isEqualTo(scanned(normal, fit));
    }

    @Test
    void values_of_equal_magnitude_are_far_from_any_normal_distribution() {
        float[] signs = drawn(random -> random.nextBoolean() ? 1 : -1);

        GaussianFit fit = GaussianFit.of(signs, null);

        assertThat(fit.distance()).isCloseTo(0.3413447460685429, within(0.01));
    }

    private interface Draw {
        double from(Random random);
    }

    private static float[] drawn(Draw draw) {
        var random = new Random(1);
        var values = new float[MANY];
        for (int i = 0; i < MANY; i++) {
            values[i] = (float) draw.from(random);
        }
        return values;
    }

    private static double scanned(float[] values, GaussianFit fit) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        double largest = 0;
        double count = sorted.length;
        for (int i = 0; i < sorted.length && fit.standardDeviation() > 0; i++) {
            double normal = NormalDistribution.cumulative((sorted[i] - fit.mean()) / fit.standardDeviation());
            largest = Math.max(largest, Math.max(normal - i / count, (i + 1) / count - normal));
        }
        return largest;
    }

    private static float[] array(List<Float> values) {
        var array = new float[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return array;
    }
}
