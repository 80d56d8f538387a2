package dev.earlyphase.cli.bench;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SlotGapsTest {
    private static final Instant BEGIN = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void a_gap_is_the_time_from_an_end_to_the_claim_that_follows_it() {
        // Two slots: the third trial follows the end at 1.0 s, the fourth that at 2.0 s.
        List<TrialView> trials = List.of(trial(0, 1), trial(0, 2), trial(1.25, 3), trial(2.5, 4));

        assertThat(SlotGaps.of(trials, 2)).containsExactly(0.25, 0.5);
    }

    @Test
    void a_claim_ahead_of_the_end_that_frees_its_slot_is_no_gap() {
        List<TrialView> trials = List.of(trial(0, 1), trial(0.75, 2));

        assertThat(SlotGaps.of(trials, 1)).containsExactly(0.0);
    }

    @Test
    void a_trial_that_still_runs_is_claimed_and_frees_nothing() {
        List<TrialView> trials = List.of(trial(0, 1), trial(1.5, (Instant) null));

        assertThat(SlotGaps.of(trials, 1)).containsExactly(0.5);
    }

    @Test
    void the_rate_counts_from_the_first_claim_to_the_last_end() {
        List<TrialView> trials = List.of(trial(1, 2), trial(2, 3), trial(3, 5));

        assertThat(SlotGaps.rate(trials)).isEqualTo(0.75, within(1e-9));
    }

    private static TrialView trial(double started, double ended) {
        return trial(started, at(ended));
    }

    private static TrialView trial(double started, Instant ended) {
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
                at(started),
                ended,
                List.of(),
                null,
                null,
                null,
                null);
    }

    private static Instant at(double seconds) {
        return BEGIN.plusMillis(Math.round(seconds * 1_000));
    }
}
