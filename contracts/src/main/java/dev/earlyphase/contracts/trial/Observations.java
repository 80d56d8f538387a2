package dev.earlyphase.contracts.trial;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What is to be seen of a trial without changing it; no part of its identity. The begin and the end of a trial are
 * always evaluated and kept as checkpoints.
 *
 * @param checkpoints further iterations whose weights are kept, ascending
 * @param telemetryUntil telemetry is recorded at every iteration up to this one; default 4,000, as in the paper
 * @param telemetryEvery and at every so many iterations after it; default 100
 * @param evaluateEvery test accuracy is taken every so many iterations
 * @param evaluateLogSpaced and at {@link LogSpaced} iterations too; null for no
 * @param probes further measurements, one of each way of measuring
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Observations(
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Integer> checkpoints,
        @JsonInclude(JsonInclude.Include.ALWAYS) int telemetryUntil,
        @JsonInclude(JsonInclude.Include.ALWAYS) int telemetryEvery,
        @JsonInclude(JsonInclude.Include.ALWAYS) int evaluateEvery,
        Boolean evaluateLogSpaced,
        List<Probe> probes) {
    public static final int TELEMETRY_UNTIL = 4_000;
    public static final int TELEMETRY_EVERY = 100;

    public Observations {
        checkpoints = List.copyOf(new TreeSet<>(checkpoints));
        evaluateLogSpaced = evaluateLogSpaced != null && evaluateLogSpaced;
        probes = probes == null ? List.of() : List.copyOf(probes);
    }

    public Observations(List<Integer> checkpoints, int telemetryUntil, int telemetryEvery, int evaluateEvery) {
        this(checkpoints, telemetryUntil, telemetryEvery, evaluateEvery, false, List.of());
    }

    /** The needs of both, so that one run serves all the studies that wait for it. */
    public Observations union(Observations other) {
        return new Observations(
                union(checkpoints, other.checkpoints),
                Math.max(telemetryUntil, other.telemetryUntil),
                common(telemetryEvery, other.telemetryEvery),
                common(evaluateEvery, other.evaluateEvery),
                evaluateLogSpaced || other.evaluateLogSpaced,
                probesWith(other.probes));
    }

    /** Whether a run observed like this can serve a study that needs {@code other}. */
    public boolean cover(Observations other) {
        return checkpoints.containsAll(other.checkpoints) && coverBesideCheckpoints(other);
    }

    /** The same of all but checkpoints, of which the store says which there are. */
    public boolean coverBesideCheckpoints(Observations other) {
        return telemetryUntil >= other.telemetryUntil
                && other.telemetryEvery % telemetryEvery == 0
                && other.evaluateEvery % evaluateEvery == 0
                && (evaluateLogSpaced || !other.evaluateLogSpaced)
                && other.probes.stream().allMatch(wanted -> probes.stream()
                        .anyMatch(probe ->
                                probe.measuresLike(wanted) && probe.iterations().containsAll(wanted.iterations())));
    }

    /** Whether telemetry is recorded at an iteration. */
    public boolean recordsTelemetry(int iteration) {
        return iteration <= telemetryUntil || iteration % telemetryEvery == 0;
    }

    /** Whether the test set is scored at an iteration, the begin and the end aside. */
    public boolean evaluates(int iteration) {
        return iteration % evaluateEvery == 0 || evaluateLogSpaced && LogSpaced.contains(iteration);
    }

    private List<Probe> probesWith(List<Probe> others) {
        var all = new ArrayList<>(probes);
        for (Probe other : others) {
            Probe mine = all.stream().filter(other::measuresLike).findFirst().orElse(null);
            all.remove(mine);
            List<Integer> iterations = mine == null ? other.iterations() : union(mine.iterations(), other.iterations());
            all.add(new Probe(other.kind(), iterations, other.options()));
        }
        return all;
    }

    /** The largest cadence that serves both. */
    private static int common(int one, int other) {
        return other == 0 ? one : common(other, one % other);
    }

    private static List<Integer> union(Collection<Integer> some, Collection<Integer> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().sorted().toList();
    }
}
