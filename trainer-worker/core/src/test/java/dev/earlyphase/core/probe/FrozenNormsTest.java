package dev.earlyphase.core.probe;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.earlyphase.core.engine.Batch;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.gradient.Factorial;
import dev.earlyphase.core.gradient.ImageBatches;
import dev.earlyphase.core.gradient.MeanGradient;
import dev.earlyphase.core.gradient.Subject;
import dev.earlyphase.core.network.BatchNorm;
import dev.earlyphase.core.network.Convolution;
import dev.earlyphase.core.network.Flatten;
import dev.earlyphase.core.network.Linear;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Parameter;
import dev.earlyphase.core.network.Relu;
import dev.earlyphase.core.network.Residual;
import dev.earlyphase.core.reference.ReferenceEngine;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class FrozenNormsTest {
    private static final Network NETWORK = new Network(
            "normed",
            Factorial.SHAPE,
            2,
            List.of(
                    new Convolution("conv", 4, 3, 1, 1, 0, false),
                    new BatchNorm("bn", 3),
                    new Relu(),
                    new Residual(
                            List.of(new BatchNorm("inner", 3), new Convolution("body", 3, 3, 1, 1, 0, true)),
                            List.of()),
                    new Flatten(),
                    new Linear("fc", 3, 2)));

    private static final Tensors STATE = Factorial.random(NETWORK, 0.7, 4);

    @Test
    void the_frozen_network_scores_as_the_original_with_its_running_statistics() {
        var frozen = new FrozenNorms(NETWORK, STATE);

        double loss = evaluated(frozen.network(), frozen.state());

        assertThat(loss).isCloseTo(evaluated(NETWORK, STATE), within(1e-5));
    }

    @Test
    void its_gradient_is_the_slope_of_the_evaluated_loss_in_the_originals_parameters() {
        var frozen = new FrozenNorms(NETWORK, STATE);
        float[] ofFrozen = new float[frozen.network().size()];
        try (Session session = new ReferenceEngine().open(frozen.network(), 1)) {
            session.restore(frozen.state());
            for (Batch batch : image()) {
                session.step(batch, MeanGradient.NOTHING);
            }
            session.readGradient(ofFrozen);
        }

        float[] gradient = frozen.gradient(ofFrozen);

        int at = 0;
        for (Parameter parameter : NETWORK.trainable()) {
            for (int i = 0; i < parameter.elements(); i++) {
                assertThat((double) gradient[at++])
                        .as("%s[%d]", parameter.name(), i)
                        .isCloseTo(slope(parameter, i), within(5e-3));
            }
        }
    }

    private static double slope(Parameter parameter, int index) {
        float step = 1e-3f;
        return (evaluated(NETWORK, nudged(parameter, index, step))
                        - evaluated(NETWORK, nudged(parameter, index, -step)))
                / (2 * step);
    }

    private static Tensors nudged(Parameter parameter, int index, float by) {
        float[] values = STATE.get(parameter.name()).values().clone();
        values[index] += by;
        return STATE.with(new Tensor(parameter.name(), parameter.shape(), values));
    }

    private static double evaluated(Network network, Tensors state) {
        try (Session session = new ReferenceEngine().open(network, 1)) {
            session.restore(state);
            return image().evaluate(session).loss();
        }
    }

    private static ImageBatches image() {
        Subject subject = Factorial.subject(NETWORK, 1);
        return subject.batches(new int[] {11}, 1);
    }
}
