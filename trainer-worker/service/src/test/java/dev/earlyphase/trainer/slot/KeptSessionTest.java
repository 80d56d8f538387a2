package dev.earlyphase.trainer.slot;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.trial.Precision;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Networks;
import dev.earlyphase.trainer.testing.FakeEngine;
import dev.earlyphase.weights.Tensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KeptSessionTest {
    private static final Network LENET = Networks.build(NetworkName.LENET_300_100, DataSetName.STROKES);

    private final FakeEngine engine = new FakeEngine();
    private final KeptSession kept = new KeptSession(engine);

    @Test
    void the_next_trial_of_the_same_kind_gets_the_same_session() {
        open(32, Precision.FP32).close();

        open(32, Precision.FP32).close();

        assertThat(engine.sessions).hasSize(1);
        assertThat(engine.sessions.getFirst().closed).isFalse();
    }

    @Test
    void another_batch_size_gets_a_session_of_its_own_and_the_former_is_closed() {
        open(32, Precision.FP32).close();

        open(64, Precision.FP32);

        assertThat(engine.sessions).hasSize(2);
        assertThat(engine.sessions.getFirst().closed).isTrue();
    }

    @Test
    void another_precision_gets_a_session_of_its_own() {
        open(32, Precision.FP32).close();

        open(32, Precision.BF16);

        assertThat(engine.sessions).hasSize(2);
    }

    @Test
    void after_a_failure_the_session_is_closed_and_the_next_trial_gets_a_fresh_one() {
        try (Session failing = open(32, Precision.FP32)) {
            engine.sessions.getFirst().failure = new OutOfMemoryError("a step needs more");
            assertThatThrownBy(() -> failing.step(null, null)).isInstanceOf(OutOfMemoryError.class);
        }

        open(32, Precision.FP32).restore(Tensors.of());

        assertThat(engine.sessions).hasSize(2);
        assertThat(engine.sessions.getFirst().closed).isTrue();
    }

    @Test
    void a_session_that_could_not_be_opened_is_opened_anew_for_the_next_trial() {
        engine.obstacle = new IllegalStateException("out of memory");
        assertThatThrownBy(() -> open(32, Precision.FP32)).isSameAs(engine.obstacle);
        engine.obstacle = null;

        open(32, Precision.FP32).restore(Tensors.of());

        assertThat(engine.sessions).hasSize(1);
    }

    @Test
    void a_session_opened_while_the_kept_one_is_in_use_is_another_and_is_closed_for_good() {
        Session training = open(32, Precision.FP32);

        open(32, Precision.FP32).close();

        assertThat(engine.sessions).hasSize(2);
        assertThat(engine.sessions.getLast().closed).isTrue();
        training.close();
        open(32, Precision.FP32);
        assertThat(engine.sessions).hasSize(2);
        assertThat(engine.sessions.getFirst().closed).isFalse();
    }

    private Session open(int batchSize, Precision precision) {
        return kept.open(LENET, batchSize, precision);
    }
}
