package dev.earlyphase.engine.dl4j;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import static org.assertj.core.api.Assertions.assertThat;

class CrossEntropyTest {
    @Test
    void the_gradient_is_the_softmax_less_one_at_the_label_over_the_examples() {
        NativeLibrary.load();
        INDArray logits = Nd4j.createFromArray(new float[][] {{500, 0}, {0, 0}});
        INDArray labels = Nd4j.createFromArray(1, 0).reshape(2, 1);

        INDArray gradient = new CrossEntropy().computeGradient(labels, logits, new ActivationIdentity(), null);

        assertThat(gradient.toFloatMatrix()).isDeepEqualTo(new float[][] {{0.5f, -0.5f}, {-0.25f, 0.25f}});
    }
}
