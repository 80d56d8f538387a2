package dev.earlyphase.contracts.event;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import dev.earlyphase.contracts.trial.Provenance;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialResult;

/** An attempt is over; the last event of it. */
public record AttemptEnded(
        int schema, TrialId trial, int attempt, long sequence, Instant at, Outcome outcome, Provenance provenance)
        implements TrialEvent {
    public AttemptEnded {
        Schema.check(schema);
    }

    /** How it ended. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Completed.class, name = "completed"),
        @JsonSubTypes.Type(value = Diverged.class, name = "diverged"),
        @JsonSubTypes.Type(value = Failed.class, name = "failed"),
        @JsonSubTypes.Type(value = Released.class, name = "released")
    })
    public sealed interface Outcome {}

    public record Completed(TrialResult result) implements Outcome {}

    /** The loss became infinite or not a number at an iteration. */
    public record Diverged(int iteration, String reason) implements Outcome {}

    /** @param retryable whether another attempt may do better */
    public record Failed(String reason, boolean retryable) implements Outcome {}

    /** The worker was asked to stop and wrote a checkpoint first. */
    public record Released(int iteration, String reason) implements Outcome {}
}
