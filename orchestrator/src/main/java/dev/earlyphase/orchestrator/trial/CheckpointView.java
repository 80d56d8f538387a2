package dev.earlyphase.orchestrator.trial;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.earlyphase.contracts.object.ObjectRef;

/** A checkpoint as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CheckpointView(
        int iteration, String purpose, int attempt, ObjectRef weights, ObjectRef momentum, ObjectRef mask, Instant at) {
    static CheckpointView of(Checkpoint row) {
        return new CheckpointView(row.iteration, row.purpose, row.attempt, row.weights, row.momentum, row.mask, row.at);
    }
}
