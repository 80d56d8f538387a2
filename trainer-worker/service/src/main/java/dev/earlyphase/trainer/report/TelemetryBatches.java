package dev.earlyphase.trainer.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import dev.earlyphase.contracts.event.TelemetryBatch.Evaluation;
import dev.earlyphase.contracts.event.TelemetryBatch.Measurement;
import dev.earlyphase.contracts.event.TelemetryBatch.Row;
import dev.earlyphase.core.telemetry.TelemetrySink;

/** Gathers telemetry into batches: one goes out when it is full, a second old, or asked for. */
public final class TelemetryBatches implements TelemetrySink {
    private static final int FULL = 250;
    private static final long OLD = TimeUnit.SECONDS.toNanos(1);

    private final AttemptReport report;
    private final List<String> layers;
    private final List<String> traced;
    private List<Row> rows = new ArrayList<>();
    private List<Evaluation> evaluations = new ArrayList<>();
    private List<Measurement> measurements = new ArrayList<>();
    private Optional<Evaluation> latest = Optional.empty();
    private long since = System.nanoTime();

    /**
     * @param layers names of the prunable tensors, in the order of each row's layers
     * @param traced names of the weights that are followed, in the order of each row's values of them
     */
    public TelemetryBatches(AttemptReport report, List<String> layers, List<String> traced) {
        this.report = report;
        this.layers = layers;
        this.traced = traced;
    }

    @Override
    public void row(Row row) {
        rows.add(row);
        if (rows.size() >= FULL || System.nanoTime() - since >= OLD) {
            publish();
        }
    }

    @Override
    public void evaluation(Evaluation evaluation) {
        evaluations.add(evaluation);
        latest = Optional.of(evaluation);
    }

    @Override
    public void measurement(Measurement measurement) {
        measurements.add(measurement);
    }

    /** The last evaluation so far. */
    public Optional<Evaluation> latest() {
        return latest;
    }

    /** Sends what has been gathered. */
    public void publish() {
        if (!rows.isEmpty() || !evaluations.isEmpty() || !measurements.isEmpty()) {
            report.telemetry(layers, traced, rows, evaluations, measurements);
            rows = new ArrayList<>();
            evaluations = new ArrayList<>();
            measurements = new ArrayList<>();
        }
        since = System.nanoTime();
    }
}
