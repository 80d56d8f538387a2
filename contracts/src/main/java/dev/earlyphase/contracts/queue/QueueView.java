package dev.earlyphase.contracts.queue;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.earlyphase.contracts.trial.TrialState;

/**
 * What there is to train, over all studies.
 *
 * @param trials how many are in each state; states without any are left out
 * @param oldestReadySeconds how long the oldest trial that may run has waited for a slot; left out when none waits
 * @param demand slots for which there is work now, those at work included
 * @param shares whose the trials still to end are; a trial of several studies counts in each; the highest priority first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QueueView(Map<TrialState, Long> trials, Double oldestReadySeconds, long demand, List<Share> shares) {
    /**
     * The trials that one owner's studies of one priority have still to end.
     *
     * @param waiting for other trials
     * @param ready for a slot, offered ones included
     */
    public record Share(int priority, String owner, int studies, long waiting, long ready, long running) {}
}
