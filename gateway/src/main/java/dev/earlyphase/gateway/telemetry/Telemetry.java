package dev.earlyphase.gateway.telemetry;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.earlyphase.contracts.event.TelemetryBatch.Row;
import dev.earlyphase.contracts.trial.TrialId;

/**
 * Telemetry of a trial, iterations ascending.
 *
 * @param layers names of the prunable tensors, in the order of each row's layers; empty unless they were asked for
 * @param traced names of the single weights that are followed, in the order of each row's
 * @param next what to send as {@code from} for the rows after these; left out at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Telemetry(
        TrialId trial,

        @Schema(
                description =
                        "Names of the prunable tensors, in the order of each row's layers; empty unless asked for")
        List<String> layers,

        @Schema(description = "Names of the single weights that are followed, in the order of each row's traced values")
        List<String> traced,

        List<Row> rows,

        @Schema(description = "What to send as `from` for the rows after these; left out at the end")
        Integer next) {
    public Telemetry {
        layers = List.copyOf(layers);
        traced = List.copyOf(traced);
        rows = List.copyOf(rows);
    }
}
