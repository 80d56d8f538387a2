package dev.earlyphase.core.contract;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.core.engine.Batch;
import dev.earlyphase.core.engine.Engine;
import dev.earlyphase.core.engine.Evaluation;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.engine.Update;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Networks;
import dev.earlyphase.core.reference.ReferenceEngine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Loss, gradient and evaluation agree with the reference that computes in double precision. */
public abstract class GradientContract {
    /** The engine under test; closed by the test. */
    protected abstract Engine engine();

    private static final Update NONE = new Update(0, 0, 0);

    record Outcome(double loss, float[] gradient, Evaluation evaluation) {}

    static Stream<Network> networks() {
        return Stream.concat(
                Sample.networks().stream(), Stream.of(Networks.build(NetworkName.LENET_300_100, DataSetName.MNIST)));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void loss_and_gradient_agree_with_double_precision(Network network) {
        agree(engine(), network);
    }

    private static void agree(Engine engine, Network network) {
        Batch batch = Sample.batch(network, 6);

        Outcome actual = outcome(engine, network, batch);
        Outcome expected = outcome(new ReferenceEngine(), network, batch);

        assertThat(actual.loss()).isCloseTo(expected.loss(), within(1e-5));
        assertThat(distance(actual.gradient(), expected.gradient())).isLessThan(1e-5);
        assertThat(actual.evaluation().correct())
                .isEqualTo(expected.evaluation().correct());
        assertThat(actual.evaluation().lossSum())
                .isCloseTo(expected.evaluation().lossSum(), within(1e-4));
    }

    private static Outcome outcome(Engine engine, Network network, Batch batch) {
        try (engine;
                Session session = engine.open(network, batch.size())) {
            session.restore(Sample.state(network));
            Evaluation evaluation = session.evaluate(batch);
            double loss = session.step(batch, NONE);
            return new Outcome(loss, Sample.gradient(session, network), evaluation);
        }
    }

    /** Length of the difference over the length of the second. */
    private static double distance(float[] actual, float[] expected) {
        double difference = 0;
        double length = 0;
        for (int i = 0; i < expected.length; i++) {
            difference += Math.pow(actual[i] - expected[i], 2);
            length += Math.pow(expected[i], 2);
        }
        return Math.sqrt(difference / length);
    }
}
