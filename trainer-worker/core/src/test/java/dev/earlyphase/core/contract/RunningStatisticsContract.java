package dev.earlyphase.core.contract;

import java.nio.FloatBuffer;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.earlyphase.core.engine.Batch;
import dev.earlyphase.core.engine.Engine;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.engine.Update;
import dev.earlyphase.core.network.BatchNorm;
import dev.earlyphase.core.network.Flatten;
import dev.earlyphase.core.network.ImageShape;
import dev.earlyphase.core.network.Linear;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.reference.ReferenceEngine;
import dev.earlyphase.weights.Tensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Batch norm's running statistics follow the data as in PyTorch. */
public abstract class RunningStatisticsContract {
    /** The engine under test; closed by the test. */
    protected abstract Engine engine();

    private static final Network NETWORK = new Network(
            "norm", new ImageShape(1, 1, 2), 2, List.of(new BatchNorm("bn", 1), new Flatten(), new Linear("fc", 2, 2)));

    @Test
    void a_tenth_of_the_batch_mean_and_of_its_unbiased_variance_is_taken_in() {
        // Mean 4, sum of squared deviations 20 over 4 values: unbiased variance 20 / 3.
        FloatBuffer images = Sample.batch(NETWORK, 2).images();
        images.put(0, new float[] {1, 3, 5, 7});
        Batch batch = new Batch(images, new int[] {0, 1}, 2);
        Tensors start = Sample.state(NETWORK);
        try (Engine engine = engine();
                Session session = engine.open(NETWORK, 2)) {
            session.restore(start);

            session.step(batch, new Update(0, 0, 0));

            float mean = start.get("bn.running_mean").values()[0];
            float variance = start.get("bn.running_var").values()[0];
            assertThat(session.state().get("bn.running_mean").values()[0])
                    .isCloseTo(0.9f * mean + 0.1f * 4, within(1e-6f));
            assertThat(session.state().get("bn.running_var").values()[0])
                    .isCloseTo(0.9f * variance + 0.1f * 20 / 3, within(1e-6f));
        }
    }

    @Test
    void several_steps_agree_with_the_reference() {
        Network network = Sample.residual();
        try (Engine engine = engine();
                Engine reference = new ReferenceEngine()) {
            Tensors expected = trained(reference.open(network, 6), network);

            Tensors actual = trained(engine.open(network, 6), network);

            for (String name : expected.names()) {
                assertThat(actual.get(name).values())
                        .as(name)
                        .usingComparatorWithPrecision(1e-4f)
                        .containsExactly(expected.get(name).values());
            }
        }
    }

    private Tensors trained(Session session, Network network) {
        try (session) {
            session.restore(Sample.state(network));
            for (int size : new int[] {6, 5, 6}) {
                session.step(Sample.batch(network, size), new Update(0.01, 0.9, 1e-4));
            }
            return session.state();
        }
    }
}
