package dev.earlyphase.contracts.claim;

import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.contracts.trial.Observations;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialSpec;

/**
 * The worker has the trial, as long as it renews its lease. Holds all it needs to train.
 *
 * @param attempt the fencing token: all that the worker reports carries it
 * @param leaseSeconds after so long without a heartbeat the trial goes to another
 * @param start for a rewound or pre-trained start: the weights to begin with; for a line between two trials: its first
 *     end; else null
 * @param startMomentum for a rewound start that restores momentum; else null
 * @param startTo for a line between two trials: its second end; else null
 * @param parentEnd for a pruned mask: the weights by which to prune; else null
 * @param parentMask for a pruned mask: the mask to prune further; null when the parent is dense
 * @param initialisation the weights at moment 0 of the run that this trial descends from; null when it starts there, which
 *     a pre-trained start counts as
 * @param resume where an earlier attempt left off; null to begin at the start
 */
public record Claim(
        TrialId trial,
        int attempt,
        int leaseSeconds,
        TrialSpec spec,
        Observations observations,
        ObjectRef start,
        ObjectRef startMomentum,
        ObjectRef startTo,
        ObjectRef parentEnd,
        ObjectRef parentMask,
        ObjectRef initialisation,
        Resume resume) {
    /** The same without what an earlier attempt left. */
    public Claim fromBegin() {
        return new Claim(
                trial,
                attempt,
                leaseSeconds,
                spec,
                observations,
                start,
                startMomentum,
                startTo,
                parentEnd,
                parentMask,
                initialisation,
                null);
    }

    /** A state of this very trial at an iteration after its begin. */
    public record Resume(int iteration, ObjectRef weights, ObjectRef momentum) {}
}
