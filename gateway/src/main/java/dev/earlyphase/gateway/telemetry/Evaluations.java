package dev.earlyphase.gateway.telemetry;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.earlyphase.contracts.event.TelemetryBatch.Evaluation;
import dev.earlyphase.contracts.trial.TrialId;

/**
 * Evaluations of a trial on the test set, iterations ascending.
 *
 * @param next what to send as {@code from} for those after these; left out at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Evaluations(
        TrialId trial,
        List<Evaluation> evaluations,

        @Schema(description = "What to send as `from` for those after these; left out at the end")
        Integer next) {
    public Evaluations {
        evaluations = List.copyOf(evaluations);
    }
}
