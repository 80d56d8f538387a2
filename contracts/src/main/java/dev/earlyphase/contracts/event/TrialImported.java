package dev.earlyphase.contracts.event;

import java.time.Instant;

import dev.earlyphase.contracts.trial.TrialId;

/**
 * Statistics of a trial that was trained elsewhere lie in the store, under
 * {@link dev.earlyphase.contracts.object.ObjectKeys#statistics}. Said by the orchestrator.
 *
 * @param attempt the latest, as it is numbered here
 * @param before what is to be added to the attempt of each row
 */
public record TrialImported(int schema, TrialId trial, int attempt, long sequence, Instant at, int before)
        implements TrialEvent {
    public TrialImported {
        Schema.check(schema);
    }
}
