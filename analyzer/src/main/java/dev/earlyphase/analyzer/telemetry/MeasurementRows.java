package dev.earlyphase.analyzer.telemetry;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

import dev.earlyphase.analyzer.store.Upsert;
import dev.earlyphase.contracts.event.TelemetryBatch;
import dev.earlyphase.contracts.event.TelemetryBatch.Measurement;

/** Rows of the table {@code measurement}. */
final class MeasurementRows {
    static final Upsert UPSERT =
            Upsert.into("measurement", List.of("trial", "iteration", "name", "tensor"), List.of("attempt", "measured"));

    private MeasurementRows() {}

    /** Values in the order of {@link #UPSERT}; of two measurements of one quantity the later one. */
    static Collection<Object[]> of(Collection<TelemetryBatch> batches) {
        var rows = new LinkedHashMap<Key, Object[]>();
        for (TelemetryBatch batch : batches) {
            for (Measurement measurement : batch.measurements()) {
                rows.put(Key.of(batch, measurement), values(batch, measurement));
            }
        }
        return rows.values();
    }

    private static Object[] values(TelemetryBatch batch, Measurement measurement) {
        return new Object[] {
            batch.trial().value(),
            measurement.iteration(),
            measurement.name(),
            measurement.tensor(),
            batch.attempt(),
            measurement.values().toArray(Double[]::new)
        };
    }

    private record Key(Position position, String name, String tensor) {
        static Key of(TelemetryBatch batch, Measurement measurement) {
            return new Key(
                    new Position(batch.trial(), measurement.iteration()), measurement.name(), measurement.tensor());
        }
    }
}
