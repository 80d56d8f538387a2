package dev.earlyphase.contracts.event;

import java.time.Instant;

import dev.earlyphase.contracts.trial.TrialId;

/**
 * No study has the trial any more: all that its attempts up to this one left, rows and objects, is to be deleted. Said by
 * the orchestrator. Should the trial be asked for again, its attempts go on counting from here.
 */
public record TrialForgotten(int schema, TrialId trial, int attempt, long sequence, Instant at) implements TrialEvent {
    public TrialForgotten {
        Schema.check(schema);
    }
}
