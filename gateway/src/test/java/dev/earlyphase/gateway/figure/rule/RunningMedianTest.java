package dev.earlyphase.gateway.figure.rule;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RunningMedianTest {
    @Test
    void a_single_outlier_is_not_the_minimum() {
        double[] values = {9, 0, 9, 8, 7, 6, 5, 6, 7, 8, 9};

        assertThat(RunningMedian.lowest(values, 3)).isEqualTo(5);
    }

    @Test
    void of_equal_medians_the_first_counts() {
        assertThat(RunningMedian.lowest(new double[] {2, 2, 2, 2, 2}, 3)).isEqualTo(1);
    }

    @Test
    void fewer_values_than_the_window_have_none() {
        assertThat(RunningMedian.lowest(new double[] {1, 2}, 3)).isEqualTo(-1);
    }
}
