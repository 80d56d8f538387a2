package dev.earlyphase.gateway.telemetry;

import dev.earlyphase.contracts.error.Check;

import static dev.earlyphase.gateway.parameter.QueryParameter.integer;

/**
 * Iterations {@code from} to {@code to}, both included.
 *
 * @param every only those that are multiples of it
 */
public record IterationRange(int from, int to, int every) {
    public IterationRange {
        Check.that(from <= to, "to", to, "a whole number of at least " + from + ", which from is");
    }

    /** Of query parameters: null for all, which is from 0 to the last, every one. */
    static IterationRange of(String from, String to, String every) {
        return new IterationRange(
                integer("from", from, 0, Integer.MAX_VALUE, 0),
                integer("to", to, 0, Integer.MAX_VALUE, Integer.MAX_VALUE),
                integer("every", every, 1, Integer.MAX_VALUE, 1));
    }

    /** From {@code first} to the last. */
    public static IterationRange from(int first) {
        return new IterationRange(first, Integer.MAX_VALUE, 1);
    }

    /** What is left of it from {@code first} on. */
    IterationRange startingAt(int first) {
        return new IterationRange(first, to, every);
    }
}
