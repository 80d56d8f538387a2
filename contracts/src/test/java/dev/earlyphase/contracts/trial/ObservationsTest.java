package dev.earlyphase.contracts.trial;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ObservationsTest {
    private static final Observations COARSE = new Observations(List.of(500), 1_000, 100, 400);
    private static final Observations FINE = new Observations(List.of(200, 2_000), 4_000, 50, 100);

    @Test
    void a_union_serves_both() {
        assertThat(COARSE.union(FINE)).isEqualTo(new Observations(List.of(200, 500, 2_000), 4_000, 50, 100));
    }

    @Test
    void a_run_without_a_checkpoint_does_not_serve_who_needs_it() {
        assertThat(COARSE.cover(FINE)).isFalse();
        assertThat(COARSE.union(FINE).cover(FINE)).isTrue();
    }

    @Test
    void telemetry_is_dense_in_the_window_and_sparse_after_it() {
        assertThat(COARSE.recordsTelemetry(999)).isTrue();
        assertThat(COARSE.recordsTelemetry(1_001)).isFalse();
        assertThat(COARSE.recordsTelemetry(1_100)).isTrue();
    }
}
