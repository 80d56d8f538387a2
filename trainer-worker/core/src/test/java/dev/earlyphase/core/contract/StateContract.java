package dev.earlyphase.core.contract;

import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.earlyphase.core.engine.Engine;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.weights.Shape;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Whatever goes into a session comes out of it. */
public abstract class StateContract {
    /** The engine under test; closed by the test. */
    protected abstract Engine engine();

    @ParameterizedTest
    @MethodSource("dev.earlyphase.core.contract.Sample#networks")
    void a_restored_state_comes_back_bit_for_bit(Network network) {
        Tensors state = Sample.state(network);
        try (Engine engine = engine();
                Session session = engine.open(network, 4)) {
            session.restore(state);

            assertThat(session.state()).isEqualTo(state);
            assertThat(Sample.weights(session, network)).isEqualTo(Sample.flat(state, network));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.earlyphase.core.contract.Sample#networks")
    void a_restored_momentum_comes_back_bit_for_bit_and_nothing_clears_it(Network network) {
        Tensors momentum = Sample.momentum(network);
        try (Engine engine = engine();
                Session session = engine.open(network, 4)) {
            session.restoreMomentum(momentum);
            assertThat(session.momentum()).isEqualTo(momentum);

            session.restoreMomentum(Tensors.of());
            assertThat(Sample.flat(session.momentum(), network)).containsOnly(0);
        }
    }

    @Test
    void a_tensor_of_another_shape_is_refused() {
        Network network = Sample.linear();
        Tensors state = Sample.state(network).with(new Tensor("fc.bias", Shape.of(1), new float[1]));
        try (Engine engine = engine();
                Session session = engine.open(network, 4)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> session.restore(state))
                    .withMessage("'fc.bias' has shape 1; the network needs 5");
        }
    }

    @Test
    void a_session_belongs_to_the_thread_that_opened_it() {
        Network network = Sample.linear();
        try (Engine engine = engine();
                Session session = engine.open(network, 4)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> elsewhere(session::state))
                    .withMessageStartingWith("the session belongs to");
        }
    }

    private static void elsewhere(Runnable action) {
        RuntimeException thrown = CompletableFuture.supplyAsync(() -> {
                    try {
                        action.run();
                        return null;
                    } catch (RuntimeException e) {
                        return e;
                    }
                })
                .join();
        if (thrown != null) {
            throw thrown;
        }
    }
}
