package dev.earlyphase.orchestrator.recipe;

import dev.earlyphase.contracts.study.IterativePruning;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.Start;
import dev.earlyphase.contracts.trial.TrialId;

/** What rewinding restores; null for the default. */
record Rewinding(Start.Momentum momentum, Start.BatchNorm batchNorm, Start.Schedule schedule) {
    static final Rewinding USUAL = new Rewinding(null, null, null);

    /** As if the run had never been left: another run parts from it at the point. */
    static final Rewinding PARTING = new Rewinding(Start.Momentum.RESTORED, null, null);

    static Rewinding of(IterativePruning study) {
        return new Rewinding(study.rewindMomentum(), study.rewindBatchNorm(), study.rewindSchedule());
    }

    /** Rewinding to 0it is starting anew, so there the start is the initialisation itself. */
    Start start(TrialId run, RewindingPoint point) {
        return point.iteration() == 0
                ? new Start.Initialisation()
                : new Start.Rewound(run, Moment.ofIterations(point.iteration()), momentum, batchNorm, schedule);
    }
}
