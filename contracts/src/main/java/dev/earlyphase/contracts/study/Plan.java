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
 * @param bytes of those checkpoints, momentum included
 * @param newBytes of those that are not there yet
 * @param secondsAnIteration as measured on the last trials of this network on this data set; left out when there is none
 * @param gpuHours of one slot, at that rate, for the trials to be trained; left out likewise
 * @param secondsEstimate of wall time, over the slots of now; left out likewise, and when there is no slot
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
        long bytes,
        long newBytes,
        Double secondsAnIteration,
        Double gpuHours,
        Double secondsEstimate) {}
