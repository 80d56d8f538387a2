package dev.earlyphase.gateway.mask;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.earlyphase.contracts.trial.TrialId;

/**
 * Distances between masks of a study.
 *
 * @param next what to send as {@code cursor} for the pairs after these; left out at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MaskDistances(
        String study,
        List<Pair> pairs,

        @Schema(description = "What to send as `cursor` for the pairs after these; left out at the end")
        Integer next) {
    public MaskDistances {
        pairs = List.copyOf(pairs);
    }

    /**
     * Two masks over the same weights.
     *
     * @param hamming share of the prunable weights that survive in just one of the two
     * @param jaccard survivors of both over survivors of either; 1 for equal masks
     */
    public record Pair(
            TrialId one,
            TrialId other,

            @Schema(description = "Share of the prunable weights that survive in just one of the two")
            double hamming,

            @Schema(description = "Survivors of both over survivors of either; 1 for equal masks")
            double jaccard) {}
}
