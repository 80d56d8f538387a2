package dev.earlyphase.reliability.load.crowd;

import java.util.random.RandomGenerator;

/**
 * What the clients of a crowd ask, over and over.
 *
 * @param name for the table
 * @param limit of the 95th percentile, in milliseconds; 0 for none
 */
public record Scenario(String name, double limit, Question question) {
    /** The path of the next request. */
    @FunctionalInterface
    public interface Question {
        String path(RandomGenerator random);
    }
}
