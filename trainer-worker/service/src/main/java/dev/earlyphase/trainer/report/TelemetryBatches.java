package dev.earlyphase.trainer.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import dev.earlyphase.contracts.event.TelemetryBatch.Evaluation;
import dev.earlyphase.contracts.event.TelemetryBatch.Row;
import dev.earlyphase.core.telemetry.TelemetrySink;

/** Gathers telemetry into batches: one goes out when it is full, a second old, or asked for. */
public final class TelemetryBatches implements TelemetrySink {
    private static final int FULL = 250;
    private static final long OLD = TimeUnit.SECONDS.toNanos(1);

    private final AttemptReport report;
    private final List<String> layers;
    private List<Row> rows = new ArrayList<>();
    private List<Evaluation> evaluations = new ArrayList<>();
    private Optional<Evaluation> latest = Optional.empty();
    private long since = System.nanoTime();

    /** @param layers names of the prunable tensors, in the order of each row's layers */
    public TelemetryBatches(AttemptReport report, List<String> layers) {
        this.report = report;
        this.layers = layers;
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

    /** The last evaluation so far. */
    public Optional<Evaluation> latest() {
        return latest;
    }

    /** Sends what has been gathered. */
    public void publish() {
        if (!rows.isEmpty() || !evaluations.isEmpty()) {
            report.telemetry(layers, rows, evaluations);
            rows = new ArrayList<>();
            evaluations = new ArrayList<>();
        }
        since = System.nanoTime();
    }
}
