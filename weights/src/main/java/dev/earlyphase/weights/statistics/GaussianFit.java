package dev.earlyphase.weights.statistics;

import java.util.BitSet;

/**
 * How far weights are from a normal distribution with their own mean and standard deviation. Values that are not finite
 * are left out; all is zero where none is left.
 *
 * @param mean of the sample and the fit, in units of the weights
 * @param standardDeviation likewise, of the population
 * @param distance of Kolmogorov and Smirnov: the largest difference, 0 to 1, between the share of weights up to a value
 *     and the normal probability of that; exact, and 0 where all values are equal
 */
public record GaussianFit(double mean, double standardDeviation, double distance) {

    /** @param survivors indices into the values; null for all of them */
    public static GaussianFit of(float[] values, BitSet survivors) {
        Sample sample = Sample.of(Survivors.of(values, survivors));
        return of(sample, Distribution.of(sample));
    }

    /** @param distribution of the same sample */
    static GaussianFit of(Sample sample, Distribution distribution) {
        double mean = distribution.mean();
        double deviation = distribution.standardDeviation();
        double distance = deviation == 0 ? 0 : new NormalDistance(sample, mean, deviation).largest();
        return new GaussianFit(mean, deviation, distance);
    }
}
