package dev.earlyphase.contracts.study;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

import dev.earlyphase.contracts.error.Check;

/** When a study's trials run. */
public record Scheduling(
        @JsonPropertyDescription("Higher goes first") Integer priority,

        @JsonPropertyDescription("At most so many trials of the study run at once")
        Integer maxParallel) {
    public static final Scheduling DEFAULT = new Scheduling(null, null);
    private static final int UNLIMITED = 10_000;

    public Scheduling {
        priority = priority == null ? 0 : priority;
        Check.that(priority >= -100 && priority <= 100, "priority", priority, "a whole number from -100 to 100");
        maxParallel = maxParallel == null ? UNLIMITED : maxParallel;
        Check.that(
                maxParallel >= 1 && maxParallel <= UNLIMITED,
                "maxParallel",
                maxParallel,
                "a whole number from 1 to " + UNLIMITED);
    }
}
