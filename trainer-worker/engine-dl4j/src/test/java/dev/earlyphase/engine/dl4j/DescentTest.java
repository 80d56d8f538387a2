package dev.earlyphase.engine.dl4j;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;

import dev.earlyphase.core.engine.Update;

import static org.assertj.core.api.Assertions.assertThat;

class DescentTest {
    private static final Update UPDATE = new Update(0.1, 0.9, 0.01);

    @Property
    void a_mask_of_ones_changes_no_bit(
            @ForAll @Size(5) @FloatRange(min = -10, max = 10) float[] gradient,
            @ForAll @Size(5) @FloatRange(min = -10, max = 10) float[] weights) {
        float[] maskedWeights = weights.clone();
        float[] momentum = new float[5];
        float[] maskedMomentum = new float[5];

        Descent.apply(UPDATE, gradient, weights, momentum);
        Descent.apply(UPDATE, gradient, maskedWeights, maskedMomentum, new float[] {1, 1, 1, 1, 1});

        assertThat(maskedWeights).isEqualTo(weights);
        assertThat(maskedMomentum).isEqualTo(momentum);
    }

    @Property
    void a_pruned_weight_is_positive_zero_whatever_its_gradient(
            @ForAll @FloatRange(min = -10, max = 10) float gradient) {
        float[] weights = {0};
        float[] momentum = {0};

        Descent.apply(UPDATE, new float[] {gradient}, weights, momentum, new float[] {0});
        Descent.apply(UPDATE, new float[] {gradient}, weights, momentum, new float[] {0});

        assertThat(Float.floatToRawIntBits(weights[0])).isZero();
    }
}
