package dev.earlyphase.core.contract;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.earlyphase.core.engine.Batch;
import dev.earlyphase.core.engine.Engine;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.engine.Update;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.weights.Tensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Equal starts give equal bits. */
public abstract class RepeatContract {
    /** The engine under test; closed by the test. */
    protected abstract Engine engine();

    private static final Update UPDATE = new Update(0.05, 0.9, 1e-4);

    @ParameterizedTest
    @MethodSource("dev.earlyphase.core.contract.Sample#networks")
    void equal_starts_give_equal_bits(Network network) {
        assertThat(trained(network, 6, 6, 6)).isEqualTo(trained(network, 6, 6, 6));
    }

    @ParameterizedTest
    @MethodSource("dev.earlyphase.core.contract.Sample#networks")
    void a_run_resumed_from_state_and_momentum_ends_with_the_same_bits(Network network) {
        try (Engine engine = engine();
                Session first = engine.open(network, 6)) {
            first.restore(Sample.state(network));
            first.step(Sample.batch(network, 6), UPDATE);
            try (Session second = engine.open(network, 6)) {
                second.restore(first.state());
                second.restoreMomentum(first.momentum());
                second.step(Sample.batch(network, 4), UPDATE);

                first.step(Sample.batch(network, 4), UPDATE);

                assertThat(second.state()).isEqualTo(first.state());
                assertThat(second.momentum()).isEqualTo(first.momentum());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.earlyphase.core.contract.Sample#networks")
    void a_partial_batch_counts_only_its_own_examples(Network network) {
        assertThat(trained(network, 6, 4)).isEqualTo(trained(network, 4, 4));
    }

    @ParameterizedTest
    @MethodSource("dev.earlyphase.core.contract.Sample#networks")
    void evaluation_between_steps_changes_nothing(Network network) {
        Batch batch = Sample.batch(network, 6);
        try (Engine engine = engine();
                Session session = engine.open(network, 6)) {
            session.restore(Sample.state(network));
            session.step(batch, UPDATE);
            session.evaluate(batch);
            session.evaluate(Sample.batch(network, 3));
            session.step(batch, UPDATE);

            assertThat(session.state()).isEqualTo(trained(network, 6, 6, 6));
        }
    }

    @Test
    void more_examples_than_the_session_was_opened_for_are_refused() {
        Network network = Sample.linear();
        try (Engine engine = engine();
                Session session = engine.open(network, 4)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> session.evaluate(Sample.batch(network, 5)))
                    .withMessage("a batch of 5 examples in a session opened for 4");
        }
    }

    private Tensors trained(Network network, int capacity, int... batches) {
        try (Engine engine = engine();
                Session session = engine.open(network, capacity)) {
            session.restore(Sample.state(network));
            for (int size : batches) {
                session.step(Sample.batch(network, size), UPDATE);
            }
            return session.state();
        }
    }
}
