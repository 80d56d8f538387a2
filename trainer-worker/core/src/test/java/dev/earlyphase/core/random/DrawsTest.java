package dev.earlyphase.core.random;

import java.util.Arrays;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class DrawsTest {
    @Property
    void an_item_is_the_same_whatever_was_drawn_before(
            @ForAll long seed, @ForAll int epoch, @ForAll int item, @ForAll @IntRange(max = 20) int before) {
        Draws used = new Draws(seed, Purpose.DATA_ORDER, epoch);
        IntStream.range(0, before).forEach(i -> used.bits());

        double again = used.item(item).normal();

        assertThat(again)
                .isEqualTo(new Draws(seed, Purpose.DATA_ORDER, epoch).item(item).normal());
    }

    @Property
    void each_part_of_the_key_changes_the_bits(@ForAll long seed, @ForAll int epoch, @ForAll int item) {
        long drawn = bits(seed, Purpose.DATA_ORDER, epoch, item);

        assertThat(drawn)
                .isNotEqualTo(bits(seed + 1, Purpose.DATA_ORDER, epoch, item))
                .isNotEqualTo(bits(seed, Purpose.AUGMENTATION, epoch, item))
                .isNotEqualTo(bits(seed, Purpose.DATA_ORDER, epoch + 1, item))
                .isNotEqualTo(bits(seed, Purpose.DATA_ORDER, epoch, item + 1));
    }

    @Property
    void a_bounded_draw_stays_below_its_bound(@ForAll long seed, @ForAll @IntRange(min = 1) int bound) {
        assertThat(new Draws(seed, Purpose.DATA_ORDER, 0).below(bound)).isBetween(0, bound - 1);
    }

    @Property
    void a_uniform_draw_lies_in_the_unit_interval(@ForAll long seed) {
        Draws draws = new Draws(seed, Purpose.DATA_ORDER, 0);

        assertThat(draws.uniform()).isGreaterThanOrEqualTo(0).isLessThan(1);
        assertThat(draws.uniformFloat()).isGreaterThanOrEqualTo(0).isLessThan(1);
    }

    @Property(tries = 100)
    void a_permutation_holds_every_number_once(@ForAll long seed, @ForAll @IntRange(max = 300) int size) {
        int[] order = new Draws(seed, Purpose.DATA_ORDER, 0).permutation(size);

        Arrays.sort(order);
        assertThat(order).isEqualTo(IntStream.range(0, size).toArray());
    }

    @Test
    void a_bound_without_numbers_below_it_is_refused() {
        Draws draws = new Draws(1, Purpose.DATA_ORDER, 0);

        assertThatIllegalArgumentException().isThrownBy(() -> draws.below(0)).withMessageContaining("0");
    }

    @Test
    void every_number_below_a_bound_is_equally_likely() {
        int[] counts = new int[7];
        Draws draws = new Draws(1, Purpose.DATA_ORDER, 0);
        for (int i = 0; i < 70_000; i++) {
            counts[draws.below(7)]++;
        }

        assertThat(Arrays.stream(counts).boxed())
                .allSatisfy(count -> assertThat(count).isCloseTo(10_000, within(400)));
    }

    @Test
    void every_permutation_of_three_is_equally_likely() {
        int[] counts = new int[27];
        for (int epoch = 0; epoch < 6_000; epoch++) {
            int[] order = new Draws(1, Purpose.DATA_ORDER, epoch).permutation(3);
            counts[9 * order[0] + 3 * order[1] + order[2]]++;
        }

        assertThat(Arrays.stream(counts).filter(count -> count > 0).boxed())
                .hasSize(6)
                .allSatisfy(count -> assertThat(count).isCloseTo(1_000, within(130)));
    }

    @Test
    void normal_draws_have_the_moments_of_a_normal_distribution() {
        Draws draws = new Draws(1, Purpose.INITIALISATION, 0);
        double[] drawn = IntStream.range(0, 100_000)
                .mapToDouble(i -> draws.item(i).normal())
                .toArray();

        assertThat(mean(drawn, 1)).isCloseTo(0, within(0.015));
        assertThat(mean(drawn, 2)).isCloseTo(1, within(0.02));
        assertThat(mean(drawn, 3)).isCloseTo(0, within(0.05));
        assertThat(mean(drawn, 4)).isCloseTo(3, within(0.15));
    }

    @Test
    void draws_are_pinned_for_results_depend_on_them() {
        Draws draws = new Draws(42, Purpose.INITIALISATION, 3).item(7);

        assertThat(draws.bits()).isEqualTo(-248895691);
        assertThat(draws.uniform()).isEqualTo(0.04739016143600694);
        assertThat(draws.normal()).isEqualTo(-0.8347613092314919);
        assertThat(draws.permutation(8)).containsExactly(5, 7, 0, 2, 3, 1, 4, 6);
    }

    private static long bits(long seed, Purpose purpose, int epoch, int item) {
        Draws draws = new Draws(seed, purpose, epoch).item(item);
        return (long) draws.bits() << 32 | Integer.toUnsignedLong(draws.bits());
    }

    private static double mean(double[] values, int power) {
        return Arrays.stream(values).map(v -> Math.pow(v, power)).average().orElseThrow();
    }
}
