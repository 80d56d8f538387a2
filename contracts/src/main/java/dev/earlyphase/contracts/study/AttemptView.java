package dev.earlyphase.contracts.study;

import java.time.Instant;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One attempt at a trial and what became of it.
 *
 * @param number from 1; those of a trial that was deleted in between count on
 * @param engine name and version, while it runs with its device; left out where no heartbeat told of it
 * @param device what it computed on; known once it has ended by its own report
 * @param resumed the iteration at which an earlier attempt had left off; left out when it began at the trial's begin
 * @param iteration reached so far, or by its end; left out where that is not known
 * @param outcome left out while it runs
 * @param cause of its end, in words; left out where there is nothing to say
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttemptView(
        int number,
        String worker,
        String engine,
        String device,
        Instant began,
        Instant ended,
        Integer resumed,
        Integer iteration,
        Outcome outcome,
        String cause) {
    /** How an attempt ended. */
    public enum Outcome {
        COMPLETED,
        DIVERGED,
        FAILED,
        /** Its worker was asked to stop and kept a checkpoint first. */
        RELEASED,
        /** Its worker was not heard of for its lease. */
        LOST,
        /** No study wanted the trial any more. */
        CANCELLED;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
