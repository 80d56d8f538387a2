package dev.earlyphase.analyzer.telemetry;

import jakarta.enterprise.context.ApplicationScoped;

import dev.earlyphase.analyzer.wire.JsonRecords;
import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.event.TelemetryBatch;
import dev.earlyphase.contracts.event.TelemetryBatch.Evaluation;
import dev.earlyphase.contracts.event.TelemetryBatch.Measurement;
import dev.earlyphase.contracts.event.TelemetryBatch.Row;

/** Reads batches of telemetry and checks that their rows are whole. */
@ApplicationScoped
class TelemetryReader {
    private final JsonRecords json;

    TelemetryReader(JsonRecords json) {
        this.json = json;
    }

    /** @throws dev.earlyphase.contracts.error.DomainException.Invalid naming the first field at fault */
    TelemetryBatch read(byte[] value) {
        TelemetryBatch batch = json.read(value, TelemetryBatch.class);
        Check.given(batch.trial(), "trial", "the id of a trial");
        Check.atLeast(1, batch.attempt(), "attempt");
        for (Row row : batch.rows()) {
            String field = "rows of iteration " + row.iteration();
            Check.atLeast(0, row.iteration(), "iteration");
            Check.given(row.all(), field + ": all", "the scalars over all layers");
            Check.that(
                    row.layers().size() == batch.layers().size(),
                    field + ": layers",
                    row.layers().size() + " scalars",
                    "one for each of the " + batch.layers().size() + " layers");
            Check.that(
                    row.traced().size() == batch.traced().size(),
                    field + ": traced",
                    row.traced().size() + " values",
                    "one for each of the " + batch.traced().size() + " weights that are followed");
        }
        for (Evaluation evaluation : batch.evaluations()) {
            Check.atLeast(0, evaluation.iteration(), "iteration");
        }
        for (Measurement measurement : batch.measurements()) {
            Check.atLeast(0, measurement.iteration(), "iteration");
            String field = "measurement of iteration " + measurement.iteration();
            Check.given(measurement.name(), field + ": name", "the name of a quantity");
            Check.that(!measurement.values().isEmpty(), field + ": " + measurement.name(), "no values", "one or more");
        }
        return batch;
    }
}
