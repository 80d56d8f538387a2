package dev.earlyphase.cli.bench;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SteadyStateTest {
    private static final Instant BEGIN = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void a_slow_beginning_does_not_count() {
        // One slot: two trials of ten seconds while the JVMs warm up, then six of one second.
        List<TrialView> trials = IntStream.range(0, 8)
                .mapToObj(i -> i < 2 ? trial(10 * i, 10) : trial(20 + (i - 2), 1))
                .toList();

        assertThat(SteadyState.of(trials).rate()).isEqualTo(1.0, within(1e-9));
    }

    @Test
    void the_running_out_of_slots_does_not_count() {
        // Four slots; after the last claim at 4 s three of them have nothing to do.
        List<TrialView> trials = IntStream.range(0, 17)
                .mapToObj(i -> i < 16 ? trial(i / 4, 1) : trial(4, 1))
                .toList();

        assertThat(SteadyState.of(trials).rate()).isEqualTo(4.0, within(1e-9));
    }

    private static TrialView trial(int started, int seconds) {
        Instant start = BEGIN.plusSeconds(started);
        return new TrialView(
                new TrialId("ab".repeat(32)),
                TrialState.COMPLETED,
                null,
                null,
                1,
                1,
                0,
                1,
                null,
                "worker-1",
                start,
                start.plusSeconds(seconds),
                List.of(),
                null,
                null,
                null,
                null);
    }
}
