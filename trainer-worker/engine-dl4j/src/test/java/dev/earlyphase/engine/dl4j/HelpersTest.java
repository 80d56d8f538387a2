package dev.earlyphase.engine.dl4j;

import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assumptions.assumeThat;

class HelpersTest {
    @Test
    void the_convolutions_have_their_onednn_helper() {
        assumeThat(NativeVariant.ofThisMachine())
                .as("oneDNN comes with the x86-64 builds only")
                .isNotEqualTo(NativeVariant.PLAIN);
        try (var engine = Dl4jEngine.create()) {
            assertThat(engine.description().details())
                    .containsEntry("helpers", "on: MKLDNNConvHelper")
                    .containsEntry("blas threads", "1")
                    .containsEntry(
                            "native",
                            "linux-x86_64" + NativeVariant.ofThisMachine().extension());
        }
    }

    @Test
    void the_benchmark_can_do_without_them() {
        try (var engine = Dl4jEngine.withoutHelpers()) {
            assertThat(engine.description().details()).containsEntry("helpers", "off");
        }
    }

    @Test
    void the_widest_variant_that_the_processor_runs_is_chosen() {
        Set<String> avx2 = Set.of("sse4_2", "avx", "avx2", "fma");
        Set<String> avx512 = Set.of("avx2", "fma", "avx512f", "avx512bw", "avx512dq", "avx512vl");

        assertThat(NativeVariant.of(avx2)).isEqualTo(NativeVariant.AVX2);
        assertThat(NativeVariant.of(avx512)).isEqualTo(NativeVariant.AVX512);
        assertThatIllegalStateException()
                .isThrownBy(() -> NativeVariant.of(Set.of("sse4_2", "avx")))
                .withMessageContaining("needs a processor with AVX2");
    }
}
