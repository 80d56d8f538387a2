package dev.earlyphase.contracts.event;

import java.time.Instant;
import java.util.List;

import dev.earlyphase.contracts.trial.TrialId;

/**
 * Nobody keeps the weights at these iterations any more: their objects are to be deleted, their statistics stay. Said by
 * the orchestrator.
 *
 * @param attempt the latest so far
 */
public record CheckpointsDropped(
        int schema, TrialId trial, int attempt, long sequence, Instant at, List<Integer> iterations)
        implements TrialEvent {
    public CheckpointsDropped {
        Schema.check(schema);
        iterations = List.copyOf(iterations);
    }
}
