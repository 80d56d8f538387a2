package dev.earlyphase.gateway.sample;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Pearson's correlation of pairs.
 *
 * @param r from -1 to 1
 * @param pairs how many there are, at least {@value #FEWEST}
 */
public record Correlation(double r, int pairs) {
    /** With fewer the confidence interval is boundless. */
    public static final int FEWEST = 4;

    private static final double BOTH_TAILS = 0.975;

    /** An interval that holds the correlation of the population in 95 of 100 cases. */
    public record Interval(double lower, double upper) {}

    /** NaN where one of the two does not vary. */
    public static Correlation of(double[] x, double[] y) {
        double meanX = Samples.mean(x);
        double meanY = Samples.mean(y);
        double products = 0;
        double squaresX = 0;
        double squaresY = 0;
        for (int i = 0; i < x.length; i++) {
            products += (x[i] - meanX) * (y[i] - meanY);
            squaresX += (x[i] - meanX) * (x[i] - meanX);
            squaresY += (y[i] - meanY) * (y[i] - meanY);
        }
        double r = products / Math.sqrt(squaresX * squaresY);
        return new Correlation(Math.clamp(r, -1, 1), x.length);
    }

    /** Two-sided, by Student's t with n - 2 degrees of freedom: how likely so strong a correlation is by chance. */
    public double p() {
        double freedom = pairs - 2.0;
        double t = Math.abs(r) * Math.sqrt(freedom / (1 - r * r));
        return 2 * TDistribution.of(freedom).survivalProbability(t);
    }

    /** By Fisher's transformation. */
    public Interval confidence() {
        double z = atanh(r);
        double half = NormalDistribution.of(0, 1).inverseCumulativeProbability(BOTH_TAILS) / Math.sqrt(pairs - 3.0);
        return new Interval(Math.tanh(z - half), Math.tanh(z + half));
    }

    private static double atanh(double value) {
        return 0.5 * Math.log((1 + value) / (1 - value));
    }
}
