package dev.earlyphase.contracts.study;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a study comes to, before it is submitted.
 *
 * @param study the id that it would have, or has
 * @param trials in all
 * @param sharedTrials of these, already known from other studies or from an earlier submission
 * @param newTrials of these, to be trained
 * @param iterations of all trials
 * @param newIterations of the trials to be trained
 * @param checkpoints that would be kept, of all trials
 * @param secondsEstimate of wall time, from the measured rate of this network on the workers of now; left out when
 *     there is none yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Plan(
        String study,
        String name,
        int trials,
        int sharedTrials,
        int newTrials,
        long iterations,
        long newIterations,
        long checkpoints,
        Double secondsEstimate) {}
