package dev.earlyphase.core.telemetry;

import dev.earlyphase.contracts.event.TelemetryBatch;

/** Takes what is observed, in the order of training; must not hold up the training thread for long. */
public interface TelemetrySink {
    void row(TelemetryBatch.Row row);

    void evaluation(TelemetryBatch.Evaluation evaluation);

    void measurement(TelemetryBatch.Measurement measurement);
}
