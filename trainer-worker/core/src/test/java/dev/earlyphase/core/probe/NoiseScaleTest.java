package dev.earlyphase.core.probe;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class NoiseScaleTest {
    @Property
    void what_two_batch_sizes_are_expected_to_show_gives_both_unknowns_back(
            @ForAll @DoubleRange(min = 0.01, max = 10) double gradientSquared,
            @ForAll @DoubleRange(min = 0.01, max = 1000) double trace,
            @ForAll @IntRange(min = 1, max = 1000) int small,
            @ForAll @IntRange(min = 2, max = 100) int times) {
        long large = (long) small * times;

        NoiseScale scale =
                NoiseScale.estimate(small, gradientSquared + trace / small, large, gradientSquared + trace / large);

        assertThat(scale.gradientSquared()).isCloseTo(gradientSquared, within(1e-6 * (gradientSquared + trace)));
        assertThat(scale.trace()).isCloseTo(trace, within(1e-6 * (trace + small * times * gradientSquared)));
    }

    @Test
    void a_gradient_drowned_in_noise_has_no_scale() {
        assertThat(new NoiseScale(4, 2).simple()).isEqualTo(2);
        assertThat(new NoiseScale(4, -0.1).simple()).isNaN();
    }
}
