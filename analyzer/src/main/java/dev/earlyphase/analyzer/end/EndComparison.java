package dev.earlyphase.analyzer.end;

import dev.earlyphase.weights.statistics.Comparison;

/**
 * A tensor of a snapshot against the same at the end of training, over the survivors.
 *
 * @param tensor its name, or {@link #POOLED}
 */
record EndComparison(String tensor, Comparison comparison) {
    /** Stands for all prunable tensors together. */
    static final String POOLED = "*";
}
