package dev.earlyphase.contracts.event;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import dev.earlyphase.contracts.trial.TrialId;

/** A fact about an attempt at a trial. Facts of an attempt that is not the current one are refused by who reads them. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = MaskDerived.class, name = "mask-derived"),
    @JsonSubTypes.Type(value = CheckpointWritten.class, name = "checkpoint-written"),
    @JsonSubTypes.Type(value = AttemptEnded.class, name = "attempt-ended"),
    @JsonSubTypes.Type(value = CheckpointsDropped.class, name = "checkpoints-dropped"),
    @JsonSubTypes.Type(value = ObjectsOutdated.class, name = "objects-outdated"),
    @JsonSubTypes.Type(value = TrialForgotten.class, name = "trial-forgotten"),
    @JsonSubTypes.Type(value = TrialImported.class, name = "trial-imported")
})
public sealed interface TrialEvent
        permits MaskDerived,
                CheckpointWritten,
                AttemptEnded,
                CheckpointsDropped,
                ObjectsOutdated,
                TrialForgotten,
                TrialImported {
    int schema();

    TrialId trial();

    /** The fencing token that the claim gave. */
    int attempt();

    /** Position among the attempt's events, from 0. */
    long sequence();

    Instant at();
}
