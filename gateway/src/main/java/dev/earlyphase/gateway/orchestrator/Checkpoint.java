package dev.earlyphase.gateway.orchestrator;

import java.time.Instant;

import dev.earlyphase.contracts.event.CheckpointWritten.Purpose;
import dev.earlyphase.contracts.object.ObjectRef;

/**
 * A checkpoint as the orchestrator knows it.
 *
 * @param momentum null where the optimizer has none
 * @param mask null for a dense trial
 */
public record Checkpoint(
        int iteration,
        Purpose purpose,
        int attempt,
        ObjectRef weights,
        ObjectRef momentum,
        ObjectRef mask,
        Instant at) {}
