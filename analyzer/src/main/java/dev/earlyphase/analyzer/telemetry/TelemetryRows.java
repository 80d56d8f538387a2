package dev.earlyphase.analyzer.telemetry;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

import dev.earlyphase.analyzer.store.Upsert;
import dev.earlyphase.contracts.event.TelemetryBatch;
import dev.earlyphase.contracts.event.TelemetryBatch.Row;
import dev.earlyphase.contracts.event.TelemetryBatch.Scalars;

/** Rows of the table {@code telemetry}. */
final class TelemetryRows {
    static final Upsert UPSERT = Upsert.into(
            "telemetry",
            List.of("trial", "iteration"),
            List.of(
                    "attempt",
                    "loss",
                    "learning_rate",
                    "weight_mean_magnitude",
                    "gradient_mean_magnitude",
                    "gradient_l2",
                    "signs_changed",
                    "distance",
                    "cosine",
                    "layers",
                    "layer_weight_mean_magnitude",
                    "layer_gradient_mean_magnitude",
                    "layer_gradient_l2",
                    "layer_signs_changed",
                    "layer_distance",
                    "layer_cosine",
                    "traced",
                    "traced_values"));

    private TelemetryRows() {}

    /** Values in the order of {@link #UPSERT}; of two rows for one iteration of a trial the later one. */
    static Collection<Object[]> of(Collection<TelemetryBatch> batches) {
        var rows = new LinkedHashMap<Position, Object[]>();
        for (TelemetryBatch batch : batches) {
            String[] layers = batch.layers().toArray(String[]::new);
            String[] traced = batch.traced().toArray(String[]::new);
            for (Row row : batch.rows()) {
                rows.put(new Position(batch.trial(), row.iteration()), values(batch, layers, traced, row));
            }
        }
        return rows.values();
    }

    private static Object[] values(TelemetryBatch batch, String[] layers, String[] traced, Row row) {
        return new Object[] {
            batch.trial().value(),
            row.iteration(),
            batch.attempt(),
            row.loss(),
            row.learningRate(),
            row.all().weightMeanMagnitude(),
            row.all().gradientMeanMagnitude(),
            row.all().gradientL2(),
            row.all().signsChanged(),
            row.all().distance(),
            row.all().cosine(),
            layers,
            byLayer(row, Scalars::weightMeanMagnitude),
            byLayer(row, Scalars::gradientMeanMagnitude),
            byLayer(row, Scalars::gradientL2),
            byLayer(row, Scalars::signsChanged),
            byLayer(row, Scalars::distance),
            byLayer(row, Scalars::cosine),
            traced,
            row.traced().toArray(Double[]::new)
        };
    }

    private static Double[] byLayer(Row row, Function<Scalars, Double> scalar) {
        return row.layers().stream().map(scalar).toArray(Double[]::new);
    }
}
