package dev.earlyphase.reliability.load.event;

import java.time.Duration;

import dev.earlyphase.reliability.load.crowd.Tally;

/**
 * What many listeners heard.
 *
 * @param refused how many were refused a stream, as 429 or 503
 * @param broken how many lost it before the end, or never had it
 * @param changes in the database meanwhile
 * @param events that all listeners got
 * @param delays in milliseconds from a change in the database to its receipt; null where there was none
 * @param longestSilence of any stream, in milliseconds
 */
public record Hearing(
        int listeners,
        int studies,
        Duration length,
        int refused,
        int broken,
        int changes,
        long events,
        Tally.Times delays,
        long longestSilence) {}
