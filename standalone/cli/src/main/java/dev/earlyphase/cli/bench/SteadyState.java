package dev.earlyphase.cli.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import dev.earlyphase.contracts.study.TrialView;

/**
 * A run between its warming up and its running out: from the claim of the first trial after a quarter of them, when the
 * JVMs have compiled what they run, to the last claim, until when no slot had to stand idle for want of trials.
 */
record SteadyState(List<TrialView> trials, Instant from, Instant to) {
    private static final int WARMING = 4;

    /** @param claimed trials, of which those that still run have no end */
    static SteadyState of(List<TrialView> claimed) {
        List<Instant> claims = claimed.stream().map(TrialView::started).sorted().toList();
        return new SteadyState(claimed, claims.get(skipped(claims.size())), claims.getLast());
    }

    /** How many of the first are left out. */
    static int skipped(int count) {
        return count / WARMING;
    }

    /** Trials that ended a second. */
    double rate() {
        long ended = trials.stream()
                .map(TrialView::ended)
                .filter(Objects::nonNull)
                .filter(end -> end.isAfter(from) && !end.isAfter(to))
                .count();
        return ended / (Duration.between(from, to).toNanos() / 1e9);
    }

    /** Seconds that slots stood idle before the claims of this time. */
    List<Double> gaps(int slots) {
        return SlotGaps.of(trials, slots).stream()
                .skip(Math.max(0, skipped(trials.size()) - slots))
                .toList();
    }
}
