package dev.earlyphase.gateway.provenance;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.earlyphase.contracts.study.StudyRequest;
import dev.earlyphase.contracts.study.TrialRole;
import dev.earlyphase.contracts.trial.Provenance;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialResult;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.contracts.trial.TrialState;

/**
 * Enough to compute a study again and compare.
 *
 * @param request what was submitted, its defaults filled in
 * @param trials in the order of the study
 * @param next what to send as {@code cursor} for those after these; left out at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StudyProvenance(
        String study,
        StudyRequest request,
        List<OfTrial> trials,

        @Schema(description = "What to send as `cursor` for those after these; left out at the end")
        Integer next) {
    public StudyProvenance {
        trials = List.copyOf(trials);
    }

    /**
     * Of one trial.
     *
     * @param role in the study
     * @param provenance left out before there is a result
     * @param result left out before there is one; holds the SHA-256 of the weights
     * @param started when its latest attempt was claimed; left out before that
     * @param ended when it came to its end; left out before that
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OfTrial(
            TrialId trial,
            TrialRole role,
            TrialState state,
            TrialSpec spec,
            Provenance provenance,
            TrialResult result,
            Instant started,
            Instant ended) {}
}
