package dev.earlyphase.contracts.study;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

import dev.earlyphase.contracts.trial.Pruning;
import dev.earlyphase.contracts.trial.Start;

/** Studies whose networks are pruned round by round, their survivors put back to a rewinding point each time. */
public sealed interface IterativePruning extends StudyRequest permits ImpRewinding, PerturbedRuns, Pretraining {
    @JsonPropertyDescription(
            "Rounds of pruning after the dense run, of perturbations at least one; level L keeps about 0.8^L of the weights")
    Integer levels();

    @JsonPropertyDescription("What a round removes")
    Pruning pruning();

    @JsonPropertyDescription("What becomes of momentum at the rewinding point; by default zero")
    Start.Momentum rewindMomentum();

    @JsonPropertyDescription("What becomes of batch norm's running statistics there; by default restored")
    Start.BatchNorm rewindBatchNorm();

    @JsonPropertyDescription("Where the learning-rate schedule stands there; by default resumed")
    Start.Schedule rewindSchedule();
}
