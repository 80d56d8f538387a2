package dev.earlyphase.weights.statistics;

import java.util.BitSet;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.earlyphase.weights.Shape;
import dev.earlyphase.weights.Tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class FilterCorrelationTest {

    private static final int FILTERS = 64;
    private static final int SAMPLES = 576;

    @Test
    void independent_filters_stay_near_the_edge() {
        FilterCorrelation correlation = FilterCorrelation.of(filters(0), null);

        assertThat(correlation.edge()).isCloseTo(Math.pow(1 + 1.0 / 3, 2), within(1e-12));
        assertThat(correlation.largestEigenvalue()).isCloseTo(correlation.edge(), within(0.1));
        assertThat(correlation.shareAboveEdge()).isLessThanOrEqualTo(1.0 / FILTERS);
        // Correlations of independent filters are normal with deviation 1 / sqrt(n), to a good approximation.
        assertThat(correlation.meanMagnitude()).isCloseTo(Math.sqrt(2 / Math.PI / SAMPLES), within(0.002));
    }

    @Test
    void a_factor_that_all_filters_share_stands_out() {
        FilterCorrelation correlation = FilterCorrelation.of(filters(1), null);

        // Half of the variance is shared: correlations are one half, the largest eigenvalue 1 + (p - 1) / 2.
        assertThat(correlation.largestEigenvalue()).isCloseTo(1 + (FILTERS - 1) / 2.0, within(2.0));
        assertThat(correlation.shareAboveEdge()).isEqualTo(1.0 / FILTERS);
        assertThat(correlation.meanMagnitude()).isCloseTo(0.5, within(0.03));
    }

    @Test
    void random_masks_make_no_correlation() {
        var survivors = new BitSet();
        var random = new Random(4);
        for (int i = 0; i < FILTERS * SAMPLES; i++) {
            survivors.set(i, random.nextInt(4) == 0);
        }

        FilterCorrelation correlation = FilterCorrelation.of(filters(0), survivors);

        assertThat(correlation.largestEigenvalue()).isCloseTo(correlation.edge(), within(0.1));
    }

    @Test
    void filters_that_are_multiples_of_each_other_correlate_wholly() {
        Tensor tensor = new Tensor("w", Shape.of(3, 2, 2), new float[] {1, 2, 3, 4, 3, 5, 7, 9, -1, -2, -3, -4});

        FilterCorrelation correlation = FilterCorrelation.of(tensor, null);

        assertThat(correlation.largestEigenvalue()).isCloseTo(3, within(1e-12));
        assertThat(correlation.meanMagnitude()).isCloseTo(1, within(1e-12));
    }

    @Test
    void filters_without_spread_are_left_out() {
        float[] values = {1, 2, 4, 5, 5, 5, Float.NaN, 7, Float.NaN, 2, 1, 9};

        FilterCorrelation correlation = FilterCorrelation.of(new Tensor("w", Shape.of(4, 3), values), null);

        assertThat(correlation.filters()).isEqualTo(2);
        assertThat(correlation.samples()).isEqualTo(3);
    }

    @Test
    void without_filters_all_is_zero() {
        FilterCorrelation correlation = FilterCorrelation.of(new Tensor("w", Shape.of(2, 2), new float[4]), null);

        assertThat(correlation).isEqualTo(new FilterCorrelation(0, 2, 0, 0, 0, 0));
    }

    @Test
    void a_tensor_of_one_dimension_has_no_filters() {
        assertThatThrownBy(() -> FilterCorrelation.of(new Tensor("bias", Shape.of(2), new float[2]), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tensor 'bias' of shape 2 has no filters; allowed: two dimensions or more");
    }

    /** Normal weights, and times {@code shared} those of one filter that all have in common. */
    private static Tensor filters(double shared) {
        var random = new Random(3);
        double[] common =
                random.doubles(SAMPLES).map(unused -> random.nextGaussian()).toArray();
        var values = new float[FILTERS * SAMPLES];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() + shared * common[i % SAMPLES]);
        }
        return new Tensor("w", Shape.of(FILTERS, FILTERS, 3, 3), values);
    }
}
