package dev.earlyphase.analyzer.mask;

import org.junit.jupiter.api.Test;

import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Shape;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

import static org.assertj.core.api.Assertions.assertThat;

class MaskBitsTest {
    @Test
    void the_tensors_stand_one_after_another_in_the_order_of_the_mask() {
        var mask = Mask.fromTensors(Tensors.of(
                new Tensor("b.weight", Shape.of(2, 2), new float[] {1, 0, 0, 1}),
                new Tensor("a.weight", Shape.of(3), new float[] {0, 1, 0})));

        assertThat(MaskBits.of(mask).text()).isEqualTo("1001010");
    }
}
