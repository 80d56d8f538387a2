package dev.earlyphase.weights.pruning;

import dev.earlyphase.weights.Mask;

/**
 * What a round of pruning left.
 *
 * @param mask a subset of the mask before
 * @param threshold the largest magnitude, or score, that was removed, over all tensors; 0 where nothing was
 * @param removed how many weights
 */
public record Pruned(Mask mask, double threshold, long removed) {}
