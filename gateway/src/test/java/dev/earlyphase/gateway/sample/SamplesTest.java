package dev.earlyphase.gateway.sample;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.figure.Point.Sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SamplesTest {
    @Test
    void a_point_is_mean_and_sample_standard_deviation() {
        var point = Samples.point(0.8, List.of(sample(1, 0.92), sample(0, 0.90), sample(2, 0.97)));

        assertThat(point.mean()).isCloseTo(0.93, within(1e-12));
        // Squares of -0.03, -0.01 and 0.04 add up to 0.0026; halved, the root of 0.0013.
        assertThat(point.std()).isCloseTo(0.03605551275463989, within(1e-12));
        assertThat(point.count()).isEqualTo(3);
        assertThat(point.samples()).extracting(Sample::seed).containsExactly(0L, 1L, 2L);
    }

    @Test
    void a_single_sample_does_not_deviate() {
        assertThat(Samples.point(1, List.of(sample(0, 0.9))).std()).isZero();
    }

    private static Sample sample(long seed, double value) {
        return new Sample(seed, value, "trial", 10);
    }
}
