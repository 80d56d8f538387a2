package dev.earlyphase.orchestrator.trial;

import java.time.Duration;

import dev.earlyphase.orchestrator.Settings;

/**
 * How often a trial may fail, and how long it pauses in between: twice as long each time.
 *
 * @param most failed attempts after which the trial has failed
 * @param longest pause
 */
public record Attempts(int most, Duration first, Duration longest) {
    private static final int MOST_DOUBLINGS = 30;

    public static Attempts of(Settings settings) {
        return new Attempts(
                settings.trial().attempts(),
                settings.trial().backoff(),
                settings.trial().longestBackoff());
    }

    /** @param failures so far, at least 1 */
    public Duration pauseAfter(int failures) {
        Duration pause = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
