package dev.earlyphase.engine.torch;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.trial.Precision;

import static org.assertj.core.api.Assertions.assertThat;

class DescriptionTest {
    @Test
    void a_result_can_tell_what_computed_it() {
        try (var engine = TorchEngine.create()) {
            assertThat(engine.description().name()).isEqualTo("libtorch");
            assertThat(engine.description().version()).matches("\\d+\\.\\d+\\.\\d+-.*");
            assertThat(engine.description().threads()).isPositive();
            assertThat(engine.description().details()).containsKeys("native", "gpu", "deterministic algorithms");
        }
    }

    @Test
    void every_precision_is_on_offer() {
        try (var engine = TorchEngine.create()) {
            assertThat(engine.precisions()).containsExactlyInAnyOrder(Precision.values());
        }
    }
}
