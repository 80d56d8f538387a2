package dev.earlyphase.core.contract;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.earlyphase.core.engine.Batch;
import dev.earlyphase.core.engine.Engine;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.engine.Update;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Parameter;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** One step is one update by stochastic gradient descent, masked where asked. */
public abstract class UpdateContract {
    /** The engine under test; closed by the test. */
    protected abstract Engine engine();

    private static final Update UPDATE = new Update(0.1, 0.9, 0.01);

    @ParameterizedTest
    @MethodSource("dev.earlyphase.core.contract.Sample#networks")
    void a_step_decays_gathers_momentum_and_descends(Network network) {
        float[] before = Sample.flat(Sample.state(network), network);
        float[] momentum = Sample.flat(Sample.momentum(network), network);
        try (Engine engine = engine();
                Session session = engine.open(network, 6)) {
            session.restore(Sample.state(network));
            session.restoreMomentum(Sample.momentum(network));

            session.step(Sample.batch(network, 6), UPDATE);

            float[] gradient = Sample.gradient(session, network);
            float[] after = Sample.weights(session, network);
            float[] velocity = Sample.flat(session.momentum(), network);
            for (int i = 0; i < after.length; i++) {
                float expected = 0.9f * momentum[i] + (gradient[i] + 0.01f * before[i]);
                assertThat(velocity[i]).isCloseTo(expected, within(1e-6f));
                assertThat(after[i]).isCloseTo(before[i] - 0.1f * velocity[i], within(1e-6f));
            }
            assertThat(Sample.flat(session.state(), network)).isEqualTo(after);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.earlyphase.core.contract.Sample#networks")
    void pruned_weights_and_their_momentum_stay_zero_while_the_others_learn(Network network) {
        Mask mask = Sample.mask(network);
        try (Engine engine = engine();
                Session session = engine.open(network, 6)) {
            session.restore(Sample.state(network));
            session.restoreMomentum(Sample.momentum(network));
            session.mask(mask);

            for (int i = 0; i < 3; i++) {
                session.step(Sample.batch(network, 6), UPDATE);
            }

            Tensors state = session.state();
            Tensors momentum = session.momentum();
            for (Parameter parameter : network.prunable()) {
                float[] start = Sample.state(network).get(parameter.name()).values();
                for (int i = 0; i < parameter.elements(); i++) {
                    float weight = state.get(parameter.name()).values()[i];
                    if (mask.survives(parameter.name(), i)) {
                        assertThat(weight).isNotEqualTo(start[i]);
                    } else {
                        assertThat(Float.floatToRawIntBits(weight)).isZero();
                        assertThat(momentum.get(parameter.name()).values()[i]).isZero();
                    }
                }
            }
        }
    }

    @Test
    void the_gradient_of_a_pruned_weight_can_still_be_read() {
        Network network = Sample.linear();
        Batch batch = Sample.batch(network, 6);
        try (Engine engine = engine();
                Session session = engine.open(network, 6)) {
            session.restore(Sample.state(network));
            session.mask(Sample.mask(network));

            session.step(batch, UPDATE);

            float[] gradient = Sample.gradient(session, network);
            int last = network.size() - Sample.CLASSES - 1;
            for (int i = last - 6; i <= last; i++) {
                assertThat(gradient[i]).isNotZero();
            }
        }
    }

    @Test
    void a_state_restored_under_a_mask_is_masked() {
        Network network = Sample.convolutional();
        Mask mask = Sample.mask(network);
        try (Engine engine = engine();
                Session session = engine.open(network, 6)) {
            session.mask(mask);

            session.restore(Sample.state(network));

            assertThat(session.state()).isEqualTo(mask.apply(Sample.state(network)));
        }
    }
}
