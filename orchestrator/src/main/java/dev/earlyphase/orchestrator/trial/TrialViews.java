package dev.earlyphase.orchestrator.trial;

import dev.earlyphase.contracts.study.TrialRole;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.TrialState;

/** Trials as the API shows them. */
public final class TrialViews {
    private TrialViews() {}

    /** @param role in the study through which the trial was read, or null */
    public static TrialView of(Trial trial, TrialRole role) {
        boolean waits = trial.state == TrialState.WAITING
                || trial.state == TrialState.READY
                || trial.state == TrialState.DISPATCHED;
        return new TrialView(
                trial.trialId(),
                trial.state,
                trial.reason,
                role,
                trial.attempt,
                trial.iteration,
                trial.beginIteration,
                trial.endIteration,
                trial.rate,
                waits ? null : trial.worker,
                trial.started,
                trial.ended,
                trial.spec.parents(),
                trial.spec,
                trial.result,
                trial.provenance,
                trial.verification);
    }
}
