package dev.earlyphase.contracts.trial;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where a trial stands. */
public enum TrialState {
    /** For a parent's outcome. */
    WAITING,
    /** To be offered to a worker. */
    READY,
    /** Offered over Kafka, not claimed yet. */
    DISPATCHED,
    /** Claimed by a worker whose lease holds. */
    RUNNING,
    /** Trained to its end. */
    COMPLETED,
    /** Its loss became infinite or not a number: a result like another. */
    DIVERGED,
    /** Its attempts are spent. */
    FAILED,
    /** A parent did not complete. */
    BLOCKED,
    /** No study wants it any more. */
    CANCELLED;

    /** Whether nothing more happens unless somebody asks for it. */
    public boolean ended() {
        return switch (this) {
            case WAITING, READY, DISPATCHED, RUNNING -> false;
            case COMPLETED, DIVERGED, FAILED, BLOCKED, CANCELLED -> true;
        };
    }

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
