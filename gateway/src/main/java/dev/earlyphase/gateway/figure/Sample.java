package dev.earlyphase.gateway.figure;

import java.util.Arrays;

/** What a few values say of all. */
final class Sample {
    private Sample() {}

    static double mean(double... values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    /** With n - 1 in the denominator; 0 for a single value. */
    static double standardDeviation(double... values) {
        if (values.length == 1) {
            return 0;
        }
        double mean = mean(values);
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / (values.length - 1));
    }
}
