package dev.earlyphase.weights.statistics;

import java.util.BitSet;

import dev.earlyphase.weights.Tensor;

/**
 * Whether the filters of a layer are independent. Their weights are taken as samples: a layer of {@code p} filters (its
 * first dimension) with {@code n} weights each gives a p x p matrix of correlations. Were all weights independent, its
 * eigenvalues would lie within the law of Marchenko and Pastur (1967), the largest near {@code (1 + sqrt(p/n))^2}; one
 * far above it says that filters share a direction.
 *
 * <p>Each filter is centred on the mean of its survivors and scaled to unit length; its pruned weights are zero
 * thereafter and so correlate with nothing. Values that are not finite count as pruned. Filters whose survivors are all
 * equal, or fewer than two, have no correlation and are left out. All is zero where no filter is left.
 *
 * @param filters p, those that were not left out
 * @param samples n, the weights of a filter, pruned or not
 * @param largestEigenvalue of the correlations, 1 to p
 * @param edge where the law of Marchenko and Pastur ends
 * @param shareAboveEdge part of the p eigenvalues that exceed the edge, 0 to 1
 * @param meanMagnitude mean |correlation| of two different filters, 0 to 1; 0 where there is only one
 */
public record FilterCorrelation(
        int filters, int samples, double largestEigenvalue, double edge, double shareAboveEdge, double meanMagnitude) {

    /**
     * Takes time in proportion to p^2 (n + p), and memory to p (n + p).
     *
     * @param tensor of at least two dimensions
     * @param survivors indices into its values; null for all of them
     * @throws IllegalArgumentException for a tensor of fewer dimensions, or a survivor behind its last value
     */
    public static FilterCorrelation of(Tensor tensor, BitSet survivors) {
        if (tensor.shape().rank() < 2) {
            throw new IllegalArgumentException("tensor '" + tensor.name() + "' of shape " + tensor.shape()
                    + " has no filters; allowed: two dimensions or more");
        }
        StandardisedFilters filters = StandardisedFilters.of(tensor, survivors);
        int p = filters.count();
        if (p == 0) {
            return new FilterCorrelation(0, filters.samples(), 0, 0, 0, 0);
        }
        double[][] correlations = filters.correlations();
        double meanMagnitude = meanMagnitude(correlations);
        double edge = Math.pow(1 + Math.sqrt((double) p / filters.samples()), 2);
        Tridiagonal eigenvalues = Tridiagonal.of(correlations);
        return new FilterCorrelation(
                p,
                filters.samples(),
                eigenvalues.largest(),
                edge,
                (double) (p - eigenvalues.below(edge)) / p,
                meanMagnitude);
    }

    private static double meanMagnitude(double[][] correlations) {
        double sum = 0;
        for (int i = 0; i < correlations.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += Math.abs(correlations[i][j]);
            }
        }
        int others = correlations.length - 1;
        return others == 0 ? 0 : sum / ((double) correlations.length * others / 2);
    }
}
