package dev.earlyphase.orchestrator.trial;

import dev.earlyphase.contracts.trial.Observations;
import dev.earlyphase.contracts.trial.TrialState;

/**
 * As much of a trial as it takes to see whether it serves a study; ten thousand of them are read at once.
 *
 * @param observations that are wanted of it
 * @param observed those that the attempt of its result was told; null before there is one
 */
public record TrialOutline(String id, TrialState state, Observations observations, Observations observed) {}
