package dev.earlyphase.contracts.study;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.earlyphase.contracts.trial.Provenance;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialResult;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.contracts.trial.TrialState;

/**
 * A trial as it stands.
 *
 * @param role in the study through which it was read; left out when it was read by itself
 * @param reason why it waits again, failed, diverged or is blocked
 * @param attempts how many times it was claimed
 * @param parents trials whose outcome it needs
 * @param verification the latest repetition; left out when there was none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrialView(
        TrialId id,
        TrialState state,
        String reason,
        TrialRole role,
        int attempts,
        int iteration,
        int beginIteration,
        int endIteration,
        Double iterationsPerSecond,
        String worker,
        Instant started,
        Instant ended,
        List<TrialId> parents,
        TrialSpec spec,
        TrialResult result,
        Provenance provenance,
        Verification verification) {}
