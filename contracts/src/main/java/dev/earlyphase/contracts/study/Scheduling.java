package dev.earlyphase.contracts.study;

import dev.earlyphase.contracts.error.Check;

/**
 * When a study's trials run.
 *
 * @param priority -100 to 100, default 0; higher goes first
 * @param maxParallel at most so many trials of the study run at once; default 10,000
 */
public record Scheduling(Integer priority, Integer maxParallel) {
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
