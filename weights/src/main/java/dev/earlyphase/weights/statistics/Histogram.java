package dev.earlyphase.weights.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * Counts in bins of equal width, each open above but for the last, which is closed: NumPy's {@code histogram}. Where all
 * values are equal the bins span one half to either side of them; where there is none, lower, upper and counts are zero.
 *
 * @param lower edge of the first bin
 * @param upper edge of the last bin
 * @param counts values in each bin
 */
public record Histogram(double lower, double upper, List<Long> counts) {

    /** How many bins there are. */
    public static final int BINS = 64;

    public Histogram {
        counts = List.copyOf(counts);
    }

    static Histogram of(float[] sorted) {
        var counts = new long[BINS];
        if (sorted.length == 0) {
            return new Histogram(0, 0, Arrays.stream(counts).boxed().toList());
        }
        double[] edges = edges(sorted[0], sorted[sorted.length - 1]);
        int bin = 0;
        for (double value : sorted) {
            while (bin < BINS - 1 && value >= edges[bin + 1]) {
                bin++;
            }
            counts[bin]++;
        }
        return new Histogram(
                edges[0], edges[BINS], Arrays.stream(counts).boxed().toList());
    }

    private static double[] edges(double minimum, double maximum) {
        double margin = minimum == maximum ? 0.5 : 0;
        double lower = minimum - margin;
        double upper = maximum + margin;
        var edges = new double[BINS + 1];
        for (int i = 0; i < BINS; i++) {
            edges[i] = lower + i * ((upper - lower) / BINS);
        }
        edges[BINS] = upper;
        return edges;
    }
}
