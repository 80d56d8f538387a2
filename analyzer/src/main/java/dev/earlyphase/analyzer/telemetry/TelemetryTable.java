package dev.earlyphase.analyzer.telemetry;

import java.util.Collection;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.earlyphase.analyzer.attempt.Attempts;
import dev.earlyphase.analyzer.attempt.Fence;
import dev.earlyphase.analyzer.attempt.RecordStream;
import dev.earlyphase.analyzer.store.Results;
import dev.earlyphase.contracts.event.TelemetryBatch;

/** The tables {@code telemetry}, {@code evaluation} and {@code measurement}. */
@ApplicationScoped
class TelemetryTable {
    private final Attempts attempts;
    private final Results results;

    TelemetryTable(Attempts attempts, Results results) {
        this.attempts = attempts;
        this.results = results;
    }

    /**
     * All batches whose attempt still counts, or none.
     *
     * @param batches in the order in which they came
     * @return how many rows were written
     */
    @Transactional
    int store(Collection<TelemetryBatch> batches) {
        Fence fence = Fence.around(
                RecordStream.TELEMETRY,
                batches.stream().map(TelemetryBatch::trial).toList());
        List<TelemetryBatch> current = batches.stream()
                .filter(batch -> attempts.admits(fence, batch.trial(), batch.attempt(), batch.sequence()))
                .toList();
        Collection<Object[]> telemetry = TelemetryRows.of(current);
        Collection<Object[]> evaluations = EvaluationRows.of(current);
        Collection<Object[]> measurements = MeasurementRows.of(current);
        results.write(TelemetryRows.UPSERT, telemetry);
        results.write(EvaluationRows.UPSERT, evaluations);
        results.write(MeasurementRows.UPSERT, measurements);
        return telemetry.size() + evaluations.size() + measurements.size();
    }
}
