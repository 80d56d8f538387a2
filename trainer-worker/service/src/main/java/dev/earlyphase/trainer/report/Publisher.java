package dev.earlyphase.trainer.report;

import java.util.concurrent.Future;

import dev.earlyphase.contracts.event.TelemetryBatch;
import dev.earlyphase.contracts.event.TrialEvent;

/** Brings what a worker reports to those who read it, in order for each trial; nothing is lost while Kafka is away. */
public interface Publisher {
    /** Completes when the event is on record. */
    Future<?> publish(TrialEvent event);

    /** Completes when the batch is on record. */
    Future<?> publish(TelemetryBatch batch);
}
