package dev.earlyphase.contracts.event;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.contracts.trial.TrialId;

/**
 * Weights and batch-norm statistics at an iteration lie in the store.
 *
 * @param purpose asked for by a study, or for resuming only
 * @param momentum the optimizer's momentum; null where there is none
 * @param mask null for a dense trial
 * @param start the weights at the trial's begin; null when this is that checkpoint
 * @param initialisation the weights at moment 0 of the run that this trial descends from; null when this is that
 */
public record CheckpointWritten(
        int schema,
        TrialId trial,
        int attempt,
        long sequence,
        Instant at,
        int iteration,
        Purpose purpose,
        ObjectRef weights,
        ObjectRef momentum,
        ObjectRef mask,
        ObjectRef start,
        ObjectRef initialisation)
        implements TrialEvent {
    /** Why it was written. */
    public enum Purpose {
        @JsonProperty("observed")
        OBSERVED,
        @JsonProperty("recovery")
        RECOVERY
    }

    public CheckpointWritten {
        Schema.check(schema);
    }
}
