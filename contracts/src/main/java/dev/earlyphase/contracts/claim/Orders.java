package dev.earlyphase.contracts.claim;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.earlyphase.contracts.trial.TrialId;

/** The reply to a heartbeat: what to do with each attempt that it named. */
public record Orders(List<Order> orders) {
    public Orders {
        orders = List.copyOf(orders);
    }

    public record Order(TrialId trial, int attempt, Kind kind) {}

    /** What to do. */
    public enum Kind {
        /** The lease is renewed. */
        @JsonProperty("continue")
        CONTINUE,
        /** Write a recovery checkpoint and release the trial. */
        @JsonProperty("stop")
        STOP,
        /** Drop it at once: it is another's, or nobody wants it any more. */
        @JsonProperty("abort")
        ABORT,
        /** Its end is on record; the slot is free. */
        @JsonProperty("ended")
        ENDED
    }
}
