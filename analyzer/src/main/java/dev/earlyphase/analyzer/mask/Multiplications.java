package dev.earlyphase.analyzer.mask;

/**
 * Multiplications, each with its addition, of the forward pass of one image in the tensors that a mask covers.
 *
 * @param all with all their weights
 * @param left with the survivors
 */
record Multiplications(long all, long left) {}
