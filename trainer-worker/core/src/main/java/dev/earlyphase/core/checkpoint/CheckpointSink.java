package dev.earlyphase.core.checkpoint;

import dev.earlyphase.contracts.event.CheckpointWritten.Purpose;
import dev.earlyphase.core.training.Snapshot;

/** Keeps snapshots. */
@FunctionalInterface
public interface CheckpointSink {
    void write(Purpose purpose, Snapshot snapshot);
}
