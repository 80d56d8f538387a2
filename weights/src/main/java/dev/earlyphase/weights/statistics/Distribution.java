package dev.earlyphase.weights.statistics;

import java.util.BitSet;
import java.util.Collections;
import java.util.List;

import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensors;

/**
 * How weights are distributed. Values that are not finite (a diverged run has them) are counted and left out of
 * everything else, so each number here is finite.
 *
 * @param count finite values
 * @param zeros of them exactly zero, of either sign
 * @param nonFinite values left out: NaN and infinities
 * @param mean their mean
 * @param standardDeviation of the population (divided by count)
 * @param meanMagnitude mean |w|
 * @param l1 sum of |w|
 * @param l2 root of the sum of squares
 * @param minimum the smallest
 * @param maximum the largest
 * @param skewness third standardised moment of the population; 0 where all values are equal
 * @param excessKurtosis fourth standardised moment of the population minus 3; 0 where all values are equal
 * @param quantiles at {@link #PERCENTS}, interpolated linearly between the two nearest ranks, as NumPy does by default
 * @param histogram of 64 bins from minimum to maximum
 * @param positiveShare part of the values that are above zero, 0 to 1
 */
public record Distribution(
        long count,
        long zeros,
        long nonFinite,
        double mean,
        double standardDeviation,
        double meanMagnitude,
        double l1,
        double l2,
        double minimum,
        double maximum,
        double skewness,
        double excessKurtosis,
        List<Double> quantiles,
        Histogram histogram,
        double positiveShare) {

    /** The percentages at which quantiles are taken. */
    public static final List<Integer> PERCENTS = List.of(0, 1, 5, 25, 50, 75, 95, 99, 100);

    public Distribution {
        quantiles = List.copyOf(quantiles);
    }

    /**
     * The distribution of the values that survive.
     *
     * @param survivors indices into the values; null for all of them
     */
    public static Distribution of(float[] values, BitSet survivors) {
        return of(Sample.of(Survivors.of(values, survivors)));
    }

    /** The distribution of all survivors of a mask together. */
    public static Distribution pooled(Tensors weights, Mask mask) {
        return of(Sample.of(Survivors.pooled(weights, mask)));
    }

    /** The distribution of no values: zero throughout, with as many quantiles and bins as any other. */
    public static Distribution empty() {
        return of(new Sample(List.of(), 0));
    }

    static Distribution of(Sample sample) {
        if (sample.isEmpty()) {
            List<Double> none = Collections.nCopies(PERCENTS.size(), 0.0);
            return new Distribution(0, 0, sample.nonFinite(), 0, 0, 0, 0, 0, 0, 0, 0, 0, none, Histogram.of(sample), 0);
        }
        long count = sample.count();
        Sums sums = Sums.of(sample);
        double mean = sums.plain() / count;
        Moments moments = Moments.of(sample, mean);
        return new Distribution(
                count,
                sums.zeros(),
                sample.nonFinite(),
                mean,
                Math.sqrt(moments.variance()),
                sums.magnitudes() / count,
                sums.magnitudes(),
                Math.sqrt(sums.squares()),
                sample.minimum(),
                sample.maximum(),
                moments.skewness(),
                moments.excessKurtosis(),
                PERCENTS.stream()
                        .map(percent -> quantile(sample, percent / 100.0))
                        .toList(),
                Histogram.of(sample),
                (double) sums.positives() / count);
    }

    private static double quantile(Sample sample, double q) {
        long last = sample.count() - 1;
        double rank = q * last;
        long below = (long) rank;
        double low = sample.ranked(below);
        double high = sample.ranked(Math.min(below + 1, last));
        return low + (high - low) * (rank - below);
    }
}
