package dev.earlyphase.analyzer.end;

/**
 * Whether the mask that a snapshot would give is settled; distances are shares of all prunable weights.
 *
 * @param density part of the trial's survivors that the mask leaves
 * @param toPrevious distance to the mask of the snapshot before; null for the first
 * @param toEnd distance to the mask of the end
 */
record MaskConvergence(double density, Double toPrevious, double toEnd) {}
