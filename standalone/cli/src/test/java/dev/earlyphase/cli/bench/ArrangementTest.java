package dev.earlyphase.cli.bench;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.earlyphase.cli.bench.ScalingBenchmark.Arrangement;
import dev.earlyphase.cli.exit.Failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ArrangementTest {
    @Test
    void workers_and_slots_multiply() {
        assertThat(Arrangement.of("4x16")).isEqualTo(new Arrangement(4, 16));
        assertThat(Arrangement.of("4x16").all()).isEqualTo(64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4", "0x4", "4x", "x4", "4x-1", "100x1", "4 x 16"})
    void anything_else_is_refused_with_what_is_allowed(String text) {
        assertThatThrownBy(() -> Arrangement.of(text))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("--slots")
                .hasMessageContaining("such as 4x16");
    }
}
