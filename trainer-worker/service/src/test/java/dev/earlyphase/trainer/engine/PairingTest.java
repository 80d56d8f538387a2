package dev.earlyphase.trainer.engine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.earlyphase.trainer.machine.ComputeCapability;

import static org.assertj.core.api.Assertions.assertThat;

class PairingTest {
    @ParameterizedTest
    @CsvSource({
        "DL4J, 3.5, none",
        "DL4J, 3.7, works",
        "DL4J, 7.0, works",
        "DL4J, 8.6, works",
        "DL4J, 8.9, works",
        "DL4J, 9.0, torch",
        "DL4J, 10.0, torch",
        "DL4J, 12.0, torch",
        "TORCH, 3.5, none",
        "TORCH, 7.0, dl4j",
        "TORCH, 7.5, works",
        "TORCH, 9.0, works",
        "TORCH, 12.0, works",
    })
    void a_cuda_build_is_refused_where_it_cannot_work_with_the_engine_to_take_instead(
            EngineKind kind, String capability, String outcome) {
        var obstacle = Pairing.obstacle(kind, true, ComputeCapability.of(capability));

        switch (outcome) {
            case "works" -> assertThat(obstacle).isEmpty();
            case "none" -> assertThat(obstacle.orElseThrow()).contains("take a build without " + kind.cudaProfile());
            default ->
                assertThat(obstacle.orElseThrow()).contains("take earlyphase.engine=" + outcome + ", built with -P");
        }
    }

    @ParameterizedTest
    @CsvSource({"DL4J, 9.0", "TORCH, 5.2"})
    void a_build_for_the_processor_works_beside_any_gpu(EngineKind kind, String capability) {
        assertThat(Pairing.obstacle(kind, false, ComputeCapability.of(capability)))
                .isEmpty();
    }

    @Test
    void the_message_says_what_is_needed_and_what_is_there() {
        assertThat(Pairing.obstacle(EngineKind.DL4J, true, new ComputeCapability(9, 0)))
                .contains(
                        "the CUDA build of deeplearning4j runs on GPUs of compute capability 3.7 and above, below 9.0,"
                                + " and this one's is 9.0: take earlyphase.engine=torch, built with -Ptorch-cuda");
    }
}
