package dev.earlyphase.orchestrator.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.earlyphase.contracts.study.Observe;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.Observations;
import dev.earlyphase.contracts.trial.TrialSpec;

/**
 * What a study wants to see of each of its trials, its moments in iterations.
 *
 * @param checkpoints of every trial that is in training at them
 */
record ObservationPlan(List<Integer> checkpoints, int telemetryUntil, int telemetryEvery, int evaluateEvery) {
    static ObservationPlan of(Observe observe, int end, int perEpoch) {
        String within = "a moment from 0it to the end, " + end + "it";
        List<Integer> checkpoints = new ArrayList<>();
        IntStream.range(0, observe.checkpoints().size())
                .map(i -> Moments.within(
                        observe.checkpoints().get(i), perEpoch, end, "observe.checkpoints[" + i + "]", within))
                .forEach(checkpoints::add);
        return new ObservationPlan(
                checkpoints,
                iteration(observe.telemetryUntil(), Observations.TELEMETRY_UNTIL, perEpoch, "observe.telemetryUntil"),
                observe.telemetryEvery() == null ? Observations.TELEMETRY_EVERY : observe.telemetryEvery(),
                iteration(observe.evaluateEvery(), perEpoch, perEpoch, "observe.evaluateEvery"));
    }

    /**
     * Those of one trial. Its begin and end are observed anyhow, and what lies before its begin is its parent's.
     *
     * @param further iterations whose checkpoints others need
     */
    Observations of(TrialSpec spec, List<Integer> further) {
        List<Integer> kept = Stream.concat(checkpoints.stream(), further.stream())
                .filter(iteration -> iteration > spec.beginIteration() && iteration < spec.endIteration())
                .toList();
        return new Observations(kept, telemetryUntil, telemetryEvery, evaluateEvery);
    }

    private static int iteration(Moment moment, int usual, int perEpoch, String field) {
        return moment == null
                ? usual
                : Moments.within(
                        moment, perEpoch, Integer.MAX_VALUE, field, "a moment before iteration " + Integer.MAX_VALUE);
    }
}
