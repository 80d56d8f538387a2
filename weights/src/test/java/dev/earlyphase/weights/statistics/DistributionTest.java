package dev.earlyphase.weights.statistics;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class DistributionTest {

    private static final Offset<Double> ROUNDING = within(1e-12);

    private final float[] values = {-1.5f, -0.25f, 0, 0.125f, 0.5f, 0.75f, 2, 2.5f, -0f, 4, 0.5f};

    /** The numbers are those of NumPy 2.4 and SciPy 1.17. */
    @Test
    void moments_and_norms_are_those_of_numpy() {
        Distribution distribution = Distribution.of(values, null);

        assertThat(distribution.count()).isEqualTo(11);
        assertThat(distribution.zeros()).isEqualTo(2);
        assertThat(distribution.mean()).isCloseTo(0.7840909090909091, ROUNDING);
        assertThat(distribution.standardDeviation()).isCloseTo(1.442152460389769, ROUNDING);
        assertThat(distribution.meanMagnitude()).isCloseTo(1.1022727272727273, ROUNDING);
        assertThat(distribution.l1()).isCloseTo(12.125, ROUNDING);
        assertThat(distribution.l2()).isCloseTo(5.444320435095642, ROUNDING);
        assertThat(distribution.minimum()).isEqualTo(-1.5);
        assertThat(distribution.maximum()).isEqualTo(4);
        assertThat(distribution.skewness()).isCloseTo(0.7816925666149005, ROUNDING);
        assertThat(distribution.excessKurtosis()).isCloseTo(0.09222362206769041, ROUNDING);
        assertThat(distribution.positiveShare()).isEqualTo(7.0 / 11);
    }

    @Test
    void quantiles_are_those_of_numpy() {
        List<Double> quantiles = Distribution.of(values, null).quantiles();

        List<Double> expected = List.of(-1.5, -1.375, -0.875, 0.0, 0.5, 1.375, 3.25, 3.85, 4.0);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(quantiles.get(i)).as(Distribution.PERCENTS.get(i) + " %").isCloseTo(expected.get(i), ROUNDING);
        }
    }

    @Test
    void the_histogram_is_that_of_numpy() {
        Histogram histogram = Distribution.of(values, null).histogram();

        assertThat(histogram).isEqualTo(histogram(-1.5, 4, new int[][] {
            {0, 1}, {14, 1}, {17, 2}, {18, 1}, {23, 2}, {26, 1}, {40, 1}, {46, 1}, {63, 1}
        }));
    }

    @Test
    void a_value_on_an_edge_falls_into_the_upper_bin_but_for_the_maximum() {
        var edges = new float[65];
        IntStream.range(0, 65).forEach(i -> edges[i] = i);

        Histogram histogram = Distribution.of(edges, null).histogram();

        assertThat(histogram.counts().subList(0, 63)).containsOnly(1L);
        assertThat(histogram.counts().getLast()).isEqualTo(2);
    }

    @Test
    void equal_values_have_no_spread_and_no_shape() {
        Distribution distribution = Distribution.of(new float[] {0.1f, 0.1f, 0.1f}, null);

        assertThat(distribution.standardDeviation()).isZero();
        assertThat(distribution.skewness()).isZero();
        assertThat(distribution.excessKurtosis()).isZero();
    }

    @Test
    void equal_values_lie_in_the_middle_of_a_histogram_one_wide() {
        Histogram histogram = Distribution.of(new float[] {7, 7, 7}, null).histogram();

        assertThat(histogram).isEqualTo(histogram(6.5, 7.5, new int[][] {{32, 3}}));
    }

    @Test
    void only_survivors_count() {
        BitSet survivors = new BitSet();
        survivors.set(1, 3);

        Distribution distribution = Distribution.of(new float[] {100, -3, 5, 100}, survivors);

        assertThat(distribution).isEqualTo(Distribution.of(new float[] {-3, 5}, null));
    }

    @Test
    void values_that_are_not_finite_are_counted_apart() {
        float[] diverged = {1, Float.NaN, 3, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};

        Distribution distribution = Distribution.of(diverged, null);

        assertThat(distribution.nonFinite()).isEqualTo(3);
        assertThat(distribution.count()).isEqualTo(2);
        assertThat(distribution.mean()).isEqualTo(2);
    }

    @Test
    void no_values_give_zeros_throughout() {
        Distribution distribution = Distribution.of(new float[] {1}, new BitSet());

        assertThat(distribution).isEqualTo(Distribution.empty());
        assertThat(distribution.quantiles()).hasSize(9).containsOnly(0.0);
        assertThat(distribution.histogram()).isEqualTo(histogram(0, 0, new int[0][]));
    }

    @Test
    void a_survivor_behind_the_last_value_is_refused() {
        BitSet survivors = new BitSet();
        survivors.set(2);

        assertThatThrownBy(() -> Distribution.of(new float[2], survivors))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("index 2 survives; there are only 2 values");
    }

    private static Histogram histogram(double lower, double upper, int[][] filled) {
        var counts = new ArrayList<>(Collections.nCopies(64, 0L));
        for (int[] bin : filled) {
            counts.set(bin[0], (long) bin[1]);
        }
        return new Histogram(lower, upper, counts);
    }
}
