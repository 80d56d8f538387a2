package dev.earlyphase.weights.statistics;

import java.util.Optional;

/**
 * What a checkpoint says of one tensor, over the weights that survive.
 *
 * @param name of the tensor, or {@link #POOLED}
 * @param covered whether the mask covers it, that is, whether pruning may take its weights
 * @param start against the weights at the trial's begin
 * @param initial against the weights at moment 0
 * @param fit against the normal distribution
 * @param filters among each other; empty where the tensor is not covered, has fewer than two dimensions or is pooled
 */
public record TensorSummary(
        String name,
        boolean covered,
        Distribution distribution,
        Comparison start,
        Comparison initial,
        GaussianFit fit,
        Optional<FilterCorrelation> filters) {

    /** Stands for all covered tensors together. */
    public static final String POOLED = "*";
}
