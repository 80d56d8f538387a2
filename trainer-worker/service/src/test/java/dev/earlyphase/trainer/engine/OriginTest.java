package dev.earlyphase.trainer.engine;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.earlyphase.core.engine.EngineDescription;
import dev.earlyphase.trainer.machine.ComputeCapability;
import dev.earlyphase.trainer.machine.Gpu;
import dev.earlyphase.trainer.machine.Processor;
import dev.earlyphase.trainer.testing.FakeEngine;

import static org.assertj.core.api.Assertions.assertThat;

class OriginTest {
    private static final Gpu GPU = new Gpu(0, "GPU-1", "NVIDIA A100", new ComputeCapability(8, 0), "580.1", 40_960);

    @Test
    void the_origin_has_the_engines_details_the_choice_and_the_processors_features() {
        EngineDescription origin = origin("cpu");

        assertThat(origin.name()).isEqualTo("fake");
        assertThat(origin.threads()).isEqualTo(2);
        assertThat(origin.details())
                .containsEntry("native", "none")
                .containsEntry("choice", "auto: fake loads")
                .containsEntry("cpu", "AMD EPYC")
                .containsEntry("cpu features", "avx2 avx512f")
                .containsKeys("java", "system");
    }

    @Test
    void an_engine_on_a_gpu_says_which_and_with_which_driver() {
        assertThat(origin("cuda:0").details())
                .containsEntry("gpu", "NVIDIA A100, compute capability 8.0")
                .containsEntry("driver", "580.1");
    }

    @Test
    void a_gpu_that_the_engine_does_not_use_is_not_named() {
        assertThat(origin("cpu").details()).doesNotContainKeys("gpu", "driver");
    }

    private static EngineDescription origin(String device) {
        var processor = new Processor("AMD EPYC", List.of("avx2", "avx512f"));
        return Origin.of(new FakeEngine(device).description(), "auto: fake loads", processor, List.of(GPU));
    }
}
