package dev.earlyphase.engine.torch;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.earlyphase.core.contract.Sample;
import dev.earlyphase.core.engine.Batch;
import dev.earlyphase.core.engine.Engine;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.engine.Update;
import dev.earlyphase.core.network.Convolution;
import dev.earlyphase.core.network.GlobalAveragePool;
import dev.earlyphase.core.network.ImageShape;
import dev.earlyphase.core.network.Linear;
import dev.earlyphase.core.network.Network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FailureTest {
    /** Its first activation needs 26 GB for one example, 1.6 TB for a batch. */
    private static final Network HUGE = new Network(
            "huge",
            new ImageShape(1, 80, 80),
            5,
            List.of(
                    new Convolution("conv", 1, 1_000_000, 1, 1, 0, false),
                    new GlobalAveragePool(),
                    new Linear("fc", 1_000_000, 5)));

    @Test
    void too_little_memory_is_said_in_one_line() {
        try (Engine engine = TorchEngine.create();
                Session session = engine.open(HUGE, 1)) {
            Batch batch = Sample.batch(HUGE, 64);

            assertThatThrownBy(() -> session.step(batch, new Update(0.1, 0, 0)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("libtorch:")
                    .hasMessageContaining("memory")
                    .hasMessageNotContaining("frame #");
        }
    }

    @Test
    void a_failed_step_leaves_the_engine_usable() {
        Network network = Sample.linear();
        try (Engine engine = TorchEngine.create()) {
            try (Session session = engine.open(HUGE, 1)) {
                assertThatThrownBy(() -> session.step(Sample.batch(HUGE, 64), new Update(0.1, 0, 0)))
                        .isNotNull();
            }
            try (Session session = engine.open(network, 6)) {
                session.restore(Sample.state(network));

                double loss = session.step(Sample.batch(network, 6), new Update(0.1, 0, 0));

                assertThat(loss).isPositive();
            }
        }
    }
}
