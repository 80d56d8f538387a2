package dev.earlyphase.contracts.trial;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * What is to be seen of a trial without changing it; no part of its identity. The begin and the end of a trial are
 * always evaluated and kept as checkpoints.
 *
 * @param checkpoints further iterations whose weights are kept, ascending
 * @param telemetryUntil telemetry is recorded at every iteration up to this one; default 4,000, as in the paper
 * @param telemetryEvery and at every so many iterations after it; default 100
 * @param evaluateEvery test accuracy is taken every so many iterations
 */
public record Observations(List<Integer> checkpoints, int telemetryUntil, int telemetryEvery, int evaluateEvery) {
    public static final int TELEMETRY_UNTIL = 4_000;
    public static final int TELEMETRY_EVERY = 100;

    public Observations {
        checkpoints = List.copyOf(new TreeSet<>(checkpoints));
    }

    /** The needs of both, so that one run serves all the studies that wait for it. */
    public Observations union(Observations other) {
        Collection<Integer> all = new TreeSet<>(checkpoints);
        all.addAll(other.checkpoints);
        return new Observations(
                List.copyOf(all),
                Math.max(telemetryUntil, other.telemetryUntil),
                Math.min(telemetryEvery, other.telemetryEvery),
                Math.min(evaluateEvery, other.evaluateEvery));
    }

    /**
     * Whether a run observed like this can serve a study that needs {@code other}. Only checkpoints count: a study that
     * wants a finer cadence of telemetry does not train a finished trial again.
     */
    public boolean cover(Observations other) {
        return checkpoints.containsAll(other.checkpoints);
    }

    /** Whether telemetry is recorded at an iteration. */
    public boolean recordsTelemetry(int iteration) {
        return iteration <= telemetryUntil || iteration % telemetryEvery == 0;
    }
}
