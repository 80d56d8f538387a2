package dev.earlyphase.core.telemetry;

import java.util.ArrayList;
import java.util.List;

import dev.earlyphase.contracts.event.TelemetryBatch;

/** Keeps what it is given. */
final class TelemetryLog implements TelemetrySink {
    final List<TelemetryBatch.Row> rows = new ArrayList<>();
    final List<TelemetryBatch.Evaluation> evaluations = new ArrayList<>();

    @Override
    public void row(TelemetryBatch.Row row) {
        rows.add(row);
    }

    @Override
    public void evaluation(TelemetryBatch.Evaluation evaluation) {
        evaluations.add(evaluation);
    }

    @Override
    public void measurement(TelemetryBatch.Measurement measurement) {
        throw new IllegalStateException("nothing is measured here");
    }
}
