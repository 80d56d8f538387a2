package dev.earlyphase.core.training;

/**
 * One update, just made.
 *
 * @param iteration its number from 0: the weights before it had seen so many updates
 * @param loss mean cross-entropy of its batch, before it; perhaps not finite
 */
public record Step(int iteration, double loss, double learningRate) {}
