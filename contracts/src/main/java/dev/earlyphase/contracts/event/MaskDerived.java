package dev.earlyphase.contracts.event;

import java.time.Instant;

import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.contracts.trial.TrialId;

/**
 * The mask of a trial was computed and stored.
 *
 * @param threshold the largest magnitude that was pruned; with one threshold a layer, the largest of them
 * @param parent the mask that was pruned further; null when that was the dense network
 */
public record MaskDerived(
        int schema,
        TrialId trial,
        int attempt,
        long sequence,
        Instant at,
        ObjectRef mask,
        double threshold,
        ObjectRef parent)
        implements TrialEvent {
    public MaskDerived {
        Schema.check(schema);
    }
}
