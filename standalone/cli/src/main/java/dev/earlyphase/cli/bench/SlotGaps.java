package dev.earlyphase.cli.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.earlyphase.contracts.study.TrialView;

/** How long slots stood idle between two trials while more were ready: what dispatching costs. */
final class SlotGaps {
    private SlotGaps() {}

    /**
     * With s slots, the trial claimed as number n + s takes the slot that the n-th end has freed.
     *
     * @param trials claimed ones, independent of one another and all ready from the beginning
     * @return a gap in seconds for each trial but the first s
     */
    static List<Double> of(List<TrialView> trials, int slots) {
        List<Instant> claims = trials.stream().map(TrialView::started).sorted().toList();
        List<Instant> ends = trials.stream()
                .map(TrialView::ended)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        var gaps = new ArrayList<Double>();
        for (int i = slots; i < Math.min(claims.size(), ends.size() + slots); i++) {
            Duration gap = Duration.between(ends.get(i - slots), claims.get(i));
            gaps.add(Math.max(0, gap.toNanos() / 1e9));
        }
        return gaps;
    }

    /** Trials a second from the first claim to the last end. */
    static double rate(List<TrialView> trials) {
        Instant first =
                trials.stream().map(TrialView::started).min(Instant::compareTo).orElseThrow();
        Instant last =
                trials.stream().map(TrialView::ended).max(Instant::compareTo).orElseThrow();
        return trials.size() / (Duration.between(first, last).toNanos() / 1e9);
    }
}
