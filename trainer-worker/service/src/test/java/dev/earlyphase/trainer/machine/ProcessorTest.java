package dev.earlyphase.trainer.machine;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessorTest {
    @Test
    void of_an_x86_processor_the_features_that_engines_choose_code_by_are_kept() {
        var processor = Processor.of(List.of(
                "processor\t: 0",
                "model name\t: AMD EPYC 9654",
                "flags\t\t: fpu sse2 avx2 fma avx512f avx512_bf16 rdpid",
                "processor\t: 1",
                "model name\t: another"));

        assertThat(processor)
                .isEqualTo(new Processor("AMD EPYC 9654", List.of("avx2", "avx512_bf16", "avx512f", "fma")));
    }

    @Test
    void an_arm_processor_lists_them_under_another_name() {
        var processor = Processor.of(List.of("processor\t: 0", "Features\t: fp asimd aes sve bf16"));

        assertThat(processor.features()).containsExactly("asimd", "bf16", "sve");
    }

    @Test
    void where_the_system_does_not_tell_the_architecture_stands_for_it() {
        assertThat(Processor.of(List.of())).isEqualTo(new Processor(System.getProperty("os.arch"), List.of()));
    }
}
