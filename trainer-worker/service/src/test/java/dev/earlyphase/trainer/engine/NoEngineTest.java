package dev.earlyphase.trainer.engine;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.trial.Precision;
import dev.earlyphase.trainer.testing.Configs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NoEngineTest {
    @Test
    void a_worker_that_waits_loads_no_engine_and_says_so() {
        var choice = new EngineChoice(Configs.of("earlyphase.worker.waiting", "2s"));

        assertThat(choice.origin().name()).isEqualTo("waiting");
        assertThat(choice.line()).startsWith("waiting");
        assertThatThrownBy(() -> choice.engine().open(null, 1, Precision.FP32))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
