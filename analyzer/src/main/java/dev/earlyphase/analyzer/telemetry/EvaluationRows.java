package dev.earlyphase.analyzer.telemetry;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

import dev.earlyphase.analyzer.store.Upsert;
import dev.earlyphase.contracts.event.TelemetryBatch;
import dev.earlyphase.contracts.event.TelemetryBatch.Evaluation;

/** Rows of the table {@code evaluation}. */
final class EvaluationRows {
    static final Upsert UPSERT = Upsert.into(
            "evaluation", List.of("trial", "iteration"), List.of("attempt", "accuracy", "loss", "examples"));

    private EvaluationRows() {}

    /** Values in the order of {@link #UPSERT}; of two evaluations at one iteration of a trial the later one. */
    static Collection<Object[]> of(Collection<TelemetryBatch> batches) {
        var rows = new LinkedHashMap<Position, Object[]>();
        for (TelemetryBatch batch : batches) {
            for (Evaluation evaluation : batch.evaluations()) {
                rows.put(new Position(batch.trial(), evaluation.iteration()), values(batch, evaluation));
            }
        }
        return rows.values();
    }

    private static Object[] values(TelemetryBatch batch, Evaluation evaluation) {
        return new Object[] {
            batch.trial().value(),
            evaluation.iteration(),
            batch.attempt(),
            evaluation.accuracy(),
            evaluation.loss(),
            evaluation.examples()
        };
    }
}
