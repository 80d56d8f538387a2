package dev.earlyphase.orchestrator.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.earlyphase.contracts.study.Observe;
import dev.earlyphase.contracts.study.StudyRequest;
import dev.earlyphase.contracts.trial.LogSpaced;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.Observations;
import dev.earlyphase.contracts.trial.Start;
import dev.earlyphase.contracts.trial.TrialSpec;

/**
 * What a study wants to see of each of its trials, its moments in iterations.
 *
 * @param checkpoints of every trial that is in training at them
 * @param logSpacedCheckpoints whether those of a logarithmic axis are kept too
 * @param evaluateLogSpaced whether the test set is scored at those too
 */
record ObservationPlan(
        List<Integer> checkpoints,
        boolean logSpacedCheckpoints,
        int telemetryUntil,
        int telemetryEvery,
        int evaluateEvery,
        boolean evaluateLogSpaced,
        List<ProbePlan> probes) {
    static ObservationPlan of(StudyRequest study, Setting setting) {
        Observe observe = study.observe();
        int perEpoch = setting.perEpoch();
        boolean logSpaced = observe.logSpacedCheckpoints() == null
                ? UsualObservations.logSpacedCheckpoints(study.recipe())
                : observe.logSpacedCheckpoints();
        return new ObservationPlan(
                checkpoints(observe, setting),
                logSpaced,
                iteration(observe.telemetryUntil(), Observations.TELEMETRY_UNTIL, perEpoch, "observe.telemetryUntil"),
                observe.telemetryEvery() == null ? Observations.TELEMETRY_EVERY : observe.telemetryEvery(),
                iteration(observe.evaluateEvery(), perEpoch, perEpoch, "observe.evaluateEvery"),
                observe.evaluateEvery() == null,
                probes(study, setting));
    }

    /**
     * Those of one trial. Its begin and end are observed anyhow, and what lies before its begin is its parent's. Of a
     * line between two trials there is nothing more to see.
     *
     * @param needed iterations whose checkpoints others need
     */
    Observations of(TrialSpec spec, Set<Integer> needed) {
        int begin = spec.beginIteration();
        int end = spec.endIteration();
        if (spec.start() instanceof Start.Between) {
            return new Observations(List.of(), end, telemetryEvery, evaluateEvery);
        }
        IntStream axis = logSpacedCheckpoints ? LogSpaced.upTo(end) : IntStream.empty();
        List<Integer> kept = Stream.of(checkpoints.stream(), needed.stream(), axis.boxed())
                .flatMap(iterations -> iterations)
                .filter(iteration -> iteration > begin && iteration < end)
                .toList();
        return new Observations(
                kept,
                Math.clamp(telemetryUntil, begin, end),
                telemetryEvery,
                evaluateEvery,
                evaluateLogSpaced,
                probes.stream().flatMap(probe -> probe.of(spec).stream()).toList());
    }

    private static List<Integer> checkpoints(Observe observe, Setting setting) {
        List<Integer> checkpoints = new ArrayList<>();
        for (int i = 0; i < observe.checkpoints().size(); i++) {
            String field = "observe.checkpoints[" + i + "]";
            checkpoints.add(Moments.inRun(observe.checkpoints().get(i), setting, field));
        }
        return checkpoints;
    }

    private static List<ProbePlan> probes(StudyRequest study, Setting setting) {
        var asked = study.observe().probes() == null
                ? UsualObservations.probes(study.recipe())
                : study.observe().probes();
        List<ProbePlan> probes = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            probes.add(ProbePlan.of(asked.get(i), setting, "observe.probes[" + i + "]"));
        }
        return probes;
    }

    private static int iteration(Moment moment, int usual, int perEpoch, String field) {
        return moment == null
                ? usual
                : Moments.within(
                        moment, perEpoch, Integer.MAX_VALUE, field, "a moment before iteration " + Integer.MAX_VALUE);
    }
}
