package dev.earlyphase.engine.torch;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import dev.earlyphase.core.contract.Sample;
import dev.earlyphase.core.engine.Batch;
import dev.earlyphase.core.engine.Engine;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.engine.Update;
import dev.earlyphase.core.network.Network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FailureTest {
    private static final Network NETWORK = Sample.linear();
    private static final Update UPDATE = new Update(0.1, 0, 0);

    @Test
    void what_libtorch_says_is_passed_on_without_its_native_stack() {
        try (Engine engine = TorchEngine.create();
                Session session = engine.open(NETWORK, 6)) {
            assertThatThrownBy(() -> session.step(withUnknownLabels(), UPDATE))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("libtorch: ")
                    .hasMessageContaining("out of bounds")
                    .hasMessageNotContaining("frame #");
        }
    }

    @Test
    void a_failed_step_leaves_the_engine_usable() {
        try (Engine engine = TorchEngine.create()) {
            try (Session session = engine.open(NETWORK, 6)) {
                assertThatThrownBy(() -> session.step(withUnknownLabels(), UPDATE))
                        .isNotNull();
            }
            try (Session session = engine.open(NETWORK, 6)) {
                session.restore(Sample.state(NETWORK));

                double loss = session.step(Sample.batch(NETWORK, 6), UPDATE);

                assertThat(loss).isPositive();
            }
        }
    }

    @Test
    void a_batch_too_large_for_the_machine_is_refused_before_it_takes_memory() {
        try (Engine engine = TorchEngine.create()) {
            assertThatExceptionOfType(OutOfMemoryError.class)
                    .isThrownBy(() -> engine.open(Sample.residual(), Integer.MAX_VALUE))
                    .withMessageContaining("for a batch of 2147483647 examples");
        }
    }

    private static Batch withUnknownLabels() {
        Batch batch = Sample.batch(NETWORK, 6);
        int[] labels = new int[batch.size()];
        Arrays.fill(labels, NETWORK.classes());
        return new Batch(batch.images(), labels, batch.size());
    }
}
