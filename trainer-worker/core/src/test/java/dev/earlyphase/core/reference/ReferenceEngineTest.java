package dev.earlyphase.core.reference;

import java.nio.FloatBuffer;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.trial.Initialisation;
import dev.earlyphase.core.engine.Batch;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.engine.Update;
import dev.earlyphase.core.initialisation.InitialState;
import dev.earlyphase.core.network.AveragePool;
import dev.earlyphase.core.network.BatchNorm;
import dev.earlyphase.core.network.Convolution;
import dev.earlyphase.core.network.Flatten;
import dev.earlyphase.core.network.GlobalAveragePool;
import dev.earlyphase.core.network.ImageShape;
import dev.earlyphase.core.network.Linear;
import dev.earlyphase.core.network.MaxPool;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Parameter;
import dev.earlyphase.core.network.Relu;
import dev.earlyphase.core.network.Residual;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Shape;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ReferenceEngineTest {
    private static final Update NOTHING = new Update(0, 0, 0);

    /** Every kind of layer once at least. */
    private static final Network EVERYTHING = new Network(
            "everything",
            new ImageShape(2, 8, 8),
            3,
            List.of(
                    new Convolution("stem", 2, 3, 3, 1, 1, true),
                    new BatchNorm("bn", 3),
                    new Relu(),
                    new MaxPool(2, 2),
                    new Residual(
                            List.of(new Convolution("body", 3, 4, 3, 2, 1, false), new BatchNorm("body_bn", 4)),
                            List.of(new Convolution("side", 3, 4, 1, 2, 0, false))),
                    new Residual(List.of(new Relu(), new Convolution("same", 4, 4, 3, 1, 1, false)), List.of()),
                    new AveragePool(2, 1),
                    new GlobalAveragePool(),
                    new Flatten(),
                    new Linear("fc", 4, 3)));

    private static final Network LINEAR =
            new Network("linear", new ImageShape(1, 1, 2), 2, List.of(new Flatten(), new Linear("fc", 2, 2)));

    @Test
    void the_gradient_is_the_slope_of_the_loss() {
        Tensors state = InitialState.draw(EVERYTHING, Initialisation.UNIFORM, 1);
        Batch batch = randomBatch(EVERYTHING, 5);
        float[] gradient = new float[EVERYTHING.size()];
        try (Session session = open(EVERYTHING, state)) {
            session.step(batch, NOTHING);
            session.readGradient(gradient);
        }

        int at = 0;
        for (Parameter parameter : EVERYTHING.trainable()) {
            for (int i = 0; i < parameter.elements(); i++) {
                assertThat((double) gradient[at++])
                        .as("%s[%d]", parameter.name(), i)
                        .isCloseTo(slope(state, parameter, i, batch), within(2e-3));
            }
        }
    }

    @Test
    void equal_logits_lose_the_logarithm_of_the_classes() {
        try (Session session = open(LINEAR, linearState(0, 0, 0, 0))) {
            double loss = session.step(batch(LINEAR, new float[] {1, 2}, 0), NOTHING);

            assertThat(loss).isCloseTo(Math.log(2), within(1e-12));
        }
    }

    @Test
    void an_update_follows_momentum_and_weight_decay_as_pytorch_does() {
        // At zero logits the gradient of the first row is −x/2, of the second +x/2.
        try (Session session = open(LINEAR, linearState(0, 0, 0, 0))) {
            session.restoreMomentum(Tensors.of(
                    new Tensor("fc.weight", Shape.of(2, 2), new float[] {1, 0, 0, 0}),
                    new Tensor("fc.bias", Shape.of(2), new float[2])));

            session.step(batch(LINEAR, new float[] {1, 0}, 0), new Update(0.1, 0.9, 0.5));

            assertThat(session.momentum().get("fc.weight").values()).containsExactly(0.4f, 0, 0.5f, 0);
            assertThat(session.state().get("fc.weight").values()).containsExactly(-0.04f, 0, -0.05f, 0);
        }
    }

    @Test
    void running_statistics_follow_the_batch_and_only_the_variance_is_unbiased() {
        Network norm = new Network(
                "norm",
                new ImageShape(1, 1, 2),
                2,
                List.of(new BatchNorm("bn", 1), new Flatten(), new Linear("fc", 2, 2)));
        try (Session session = open(norm, InitialState.draw(norm, Initialisation.ONES, 1))) {
            session.step(batch(norm, new float[] {1, 3}, 0), NOTHING);

            assertThat(session.state().get("bn.running_mean").values()).containsExactly(0.2f);
            assertThat(session.state().get("bn.running_var").values()).containsExactly(0.9f + 0.1f * 2);
        }
    }

    @Test
    void evaluation_counts_and_changes_nothing() {
        try (Session session = open(LINEAR, linearState(1, 0, 0, 1))) {
            Tensors before = session.state();

            var score = session.evaluate(batch(LINEAR, new float[] {2, 0, 0, 2, 2, 0}, 0, 1, 1));

            assertThat(score.examples()).isEqualTo(3);
            assertThat(score.correct()).isEqualTo(2);
            assertThat(score.lossSum()).isCloseTo(3 * Math.log(1 + Math.exp(-2)) + 2, within(1e-12));
            assertThat(session.state()).isEqualTo(before);
        }
    }

    @Test
    void pruned_weights_stay_zero_while_their_gradient_is_still_known() {
        BitSet firstOnly = new BitSet();
        firstOnly.set(0);
        Mask mask = Mask.of(Map.of("fc.weight", firstOnly), Map.of("fc.weight", Shape.of(2, 2)));
        float[] gradient = new float[6];
        try (Session session = open(LINEAR, linearState(1, 2, 3, 4))) {
            session.mask(mask);

            session.step(batch(LINEAR, new float[] {1, 1}, 0), new Update(0.1, 0.9, 0.1));

            session.readGradient(gradient);
            assertThat(session.state().get("fc.weight").values()).endsWith(0, 0, 0);
            assertThat(session.momentum().get("fc.weight").values()).endsWith(0, 0, 0);
            assertThat(gradient[3]).isGreaterThan(0);
        }
    }

    private static double slope(Tensors state, Parameter parameter, int index, Batch batch) {
        float step = 1e-3f;
        return (loss(nudged(state, parameter, index, step), batch)
                        - loss(nudged(state, parameter, index, -step), batch))
                / (2 * step);
    }

    private static Tensors nudged(Tensors state, Parameter parameter, int index, float by) {
        float[] values = state.get(parameter.name()).values().clone();
        values[index] += by;
        return state.with(new Tensor(parameter.name(), parameter.shape(), values));
    }

    private static double loss(Tensors state, Batch batch) {
        try (Session session = open(EVERYTHING, state)) {
            return session.step(batch, NOTHING);
        }
    }

    private static Session open(Network network, Tensors state) {
        Session session = new ReferenceEngine().open(network, 8);
        session.restore(state);
        return session;
    }

    private static Tensors linearState(float... weight) {
        return Tensors.of(
                new Tensor("fc.weight", Shape.of(2, 2), weight), new Tensor("fc.bias", Shape.of(2), new float[2]));
    }

    private static Batch randomBatch(Network network, int size) {
        Random random = new Random(1);
        float[] images = new float[size * network.input().elements()];
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) random.nextGaussian();
        }
        return batch(network, images, random.ints(size, 0, network.classes()).toArray());
    }

    private static Batch batch(Network network, float[] images, int... labels) {
        FloatBuffer buffer = Batch.buffer(network.input(), labels.length);
        buffer.put(0, images);
        return new Batch(buffer, labels, labels.length);
    }
}
