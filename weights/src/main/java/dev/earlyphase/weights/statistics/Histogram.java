package dev.earlyphase.weights.statistics;

import java.util.ArrayList;
import java.util.Collections;
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

    /** From the order of the values: how many lie below each edge says how many lie in each bin. */
    static Histogram of(Sample sample) {
        if (sample.isEmpty()) {
            return new Histogram(0, 0, Collections.nCopies(BINS, 0L));
        }
        double[] edges = edges(sample.minimum(), sample.maximum());
        var counts = new ArrayList<Long>();
        long below = 0;
        for (int bin = 1; bin <= BINS; bin++) {
            long upTo = bin == BINS ? sample.count() : sample.below(edges[bin]);
            counts.add(upTo - below);
            below = upTo;
        }
        return new Histogram(edges[0], edges[BINS], counts);
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
