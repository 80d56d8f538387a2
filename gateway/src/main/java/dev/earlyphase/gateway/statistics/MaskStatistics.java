package dev.earlyphase.gateway.statistics;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.gateway.database.Row;

/**
 * What the mask of a trial lets live.
 *
 * @param threshold the largest magnitude that was pruned
 * @param all over all prunable tensors
 * @param tensors one by one, by name
 * @param collapsed names of those of which nothing survives
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MaskStatistics(
        TrialId trial,
        int attempt,

        @Schema(description = "The largest magnitude that was pruned")
        Double threshold,

        Part all,
        List<Part> tensors,

        @Schema(description = "Names of the tensors of which nothing survives")
        List<String> collapsed) {
    /** The name under which the analyzer keeps the whole. */
    static final String ALL = "*";

    /**
     * A tensor's part of the mask, or the whole.
     *
     * @param density survivors / size
     * @param hammingToParent weights that the parent's mask lets live and this does not, or the other way round
     * @param jaccardToParent 1 - |both| / |either|
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Part(
            String tensor,
            long size,
            long survivors,
            @Schema(description = "survivors / size") double density,

            @Schema(description = "Weights that just one of the parent's mask and this lets live")
            Long hammingToParent,

            @Schema(description = "1 - |both| / |either|") Double jaccardToParent) {
        static Part of(Row row) {
            return new Part(
                    row.text("tensor"),
                    row.whole("size"),
                    row.whole("survivors"),
                    row.number("density"),
                    row.whole("hamming_to_parent"),
                    row.number("jaccard_to_parent"));
        }
    }
}
