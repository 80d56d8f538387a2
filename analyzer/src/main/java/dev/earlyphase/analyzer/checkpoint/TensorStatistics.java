package dev.earlyphase.analyzer.checkpoint;

import dev.earlyphase.weights.statistics.Comparison;
import dev.earlyphase.weights.statistics.Distribution;

/**
 * What a checkpoint says of one tensor, over the weights that survive.
 *
 * @param tensor its name, or {@link #POOLED}
 * @param prunable whether pruning may take its weights
 * @param start against the weights at the trial's begin
 * @param initial against the weights at moment 0 of the run that the trial descends from
 */
record TensorStatistics(
        String tensor, boolean prunable, Distribution distribution, Comparison start, Comparison initial) {
    /** Stands for all prunable tensors together. */
    static final String POOLED = "*";
}
