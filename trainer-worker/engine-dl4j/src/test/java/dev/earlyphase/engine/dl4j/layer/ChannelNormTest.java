package dev.earlyphase.engine.dl4j.layer;

import java.nio.FloatBuffer;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ChannelNormTest {
    /** Two examples of one channel, two positions each. */
    private static final Planes PLANES = new Planes(2, 1, 2);

    @Test
    void a_large_mean_costs_the_variance_no_digits() {
        Moments moments = Moments.of(PLANES, FloatBuffer.wrap(new float[] {10_001, 10_003, 10_005, 10_007}), 0);

        assertThat(moments).isEqualTo(new Moments(10_004, 5));
    }

    @Test
    void values_below_zero_are_cut_off_where_a_relu_follows() {
        FloatBuffer output = FloatBuffer.allocate(4);

        norm(1, 0).forward(PLANES, FloatBuffer.wrap(new float[] {-3, -1, 1, 3}), 0, output);

        assertThat(output.array()).containsExactly(new float[] {0, 0, 0.447f, 1.342f}, within(1e-3f));
    }

    @Test
    void a_relu_that_gave_exactly_zero_lets_no_gradient_through() {
        FloatBuffer input = FloatBuffer.wrap(new float[] {-3, -1, 1, 3});
        FloatBuffer outer = FloatBuffer.wrap(new float[] {1, 1, 1, 1});
        FloatBuffer inner = FloatBuffer.wrap(new float[] {9, 9, 9, 9});

        ChannelNorm.Slopes slopes = norm(0, 0).backward(PLANES, input, outer, 0, inner);

        assertThat(slopes).isEqualTo(new ChannelNorm.Slopes(0, 0));
        assertThat(inner.array()).containsExactly(new float[] {0, 0, 0, 0}, within(0f));
    }

    private static ChannelNorm norm(float gamma, float beta) {
        return ChannelNorm.of(new Moments(0, 5), gamma, beta, true);
    }
}
