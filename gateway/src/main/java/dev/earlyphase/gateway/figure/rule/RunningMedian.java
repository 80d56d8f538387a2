package dev.earlyphase.gateway.figure.rule;

import java.util.Arrays;

/** Smooths what jumps from batch to batch. */
final class RunningMedian {
    private RunningMedian() {}

    /**
     * The position in the middle of the window whose median is the lowest, the first of equals; -1 where the values do
     * not fill a window.
     *
     * @param window an odd number
     */
    static int lowest(double[] values, int window) {
        int lowest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int from = 0; from + window <= values.length; from++) {
            double[] sorted = Arrays.copyOfRange(values, from, from + window);
            Arrays.sort(sorted);
            if (sorted[window / 2] < least) {
                least = sorted[window / 2];
                lowest = from + window / 2;
            }
        }
        return lowest;
    }
}
