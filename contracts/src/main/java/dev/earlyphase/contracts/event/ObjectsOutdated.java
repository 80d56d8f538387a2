package dev.earlyphase.contracts.event;

import java.time.Instant;
import java.util.List;

import dev.earlyphase.contracts.trial.TrialId;

/**
 * A trial has its result, and attempts before the one that brought it have left objects that no row names: those of all
 * attempts up to this one are to be deleted but for the ones that are kept. Logs of attempts stay. Said by the
 * orchestrator.
 *
 * @param attempt the latest so far
 * @param kept keys of the objects that rows name
 */
public record ObjectsOutdated(int schema, TrialId trial, int attempt, long sequence, Instant at, List<String> kept)
        implements TrialEvent {
    public ObjectsOutdated {
        Schema.check(schema);
        kept = List.copyOf(kept);
    }
}
