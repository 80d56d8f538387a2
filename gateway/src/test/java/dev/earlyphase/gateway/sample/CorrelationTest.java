package dev.earlyphase.gateway.sample;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CorrelationTest {
    private static final double[] X = {1, 2, 3, 4, 5};
    private static final double[] Y = {2, 4, 5, 4, 5};

    @Test
    void the_coefficient_is_covariance_over_both_deviations() {
        // Sums of products and squares about the means: 6, 10 and 6.
        assertThat(Correlation.of(X, Y).r()).isCloseTo(6 / Math.sqrt(60), within(1e-12));
    }

    @Test
    void the_probability_is_that_of_students_t() {
        // t = 2.1213 with 3 degrees of freedom, of which the distribution is known in closed form.
        double t = Math.sqrt(0.6 * 3 / 0.4);
        double closed = 1 - 2 / Math.PI * (Math.atan(t / Math.sqrt(3)) + t / Math.sqrt(3) / (1 + t * t / 3));

        assertThat(Correlation.of(X, Y).p()).isCloseTo(closed, within(1e-12)).isCloseTo(0.1240, within(5e-4));
    }

    @Test
    void the_confidence_interval_is_symmetric_after_fishers_transformation() {
        var interval = Correlation.of(X, Y).confidence();

        // artanh(0.7746) = 1.0317; 1.95996 / sqrt(2) = 1.3859.
        assertThat(interval.lower()).isCloseTo(Math.tanh(1.03172 - 1.38590), within(1e-4));
        assertThat(interval.upper()).isCloseTo(Math.tanh(1.03172 + 1.38590), within(1e-4));
    }

    @Test
    void a_falling_line_has_minus_one_and_no_doubt() {
        var correlation = Correlation.of(X, new double[] {10, 8, 6, 4, 2});

        assertThat(correlation.r()).isEqualTo(-1);
        assertThat(correlation.p()).isZero();
    }

    @Test
    void what_does_not_vary_has_none() {
        assertThat(Correlation.of(X, new double[] {1, 1, 1, 1, 1}).r()).isNaN();
    }
}
