package dev.earlyphase.contracts.study;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;

import dev.earlyphase.contracts.trial.TrialState;

/**
 * A study as it stands.
 *
 * @param owner the user who submitted it first
 * @param trials how many of its trials are in each state; states without any are left out
 * @param request what was submitted; left out in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StudyView(
        String id,
        String name,
        String recipe,
        State state,
        String owner,
        Instant submitted,
        Map<TrialState, Integer> trials,
        Progress progress,
        StudyRequest request) {
    /** Where a study stands. */
    public enum State {
        RUNNING,
        /** Every trial completed or diverged. */
        COMPLETED,
        /** Nothing runs any more, and some trial failed or is blocked. */
        FAILED,
        CANCELLED;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How far it is.
     *
     * @param ended trials
     * @param of all trials
     * @param iterations done so far, those of shared trials included
     * @param ofIterations in all
     * @param iterationsPerSecond of the study's running trials together, now
     * @param secondsLeft at that rate; left out when nothing runs
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Progress(
            int ended, int of, long iterations, long ofIterations, double iterationsPerSecond, Double secondsLeft) {}
}
