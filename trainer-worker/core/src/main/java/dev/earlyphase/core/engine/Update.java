package dev.earlyphase.core.engine;

/**
 * One update by stochastic gradient descent as PyTorch computes it, without Nesterov: {@code v = momentum·v + (g +
 * weightDecay·w); w -= learningRate·v}, weight decay on every trainable parameter.
 */
public record Update(double learningRate, double momentum, double weightDecay) {
    public Update {
        if (!(learningRate >= 0) || Double.isInfinite(learningRate)) {
            throw new IllegalArgumentException("the learning rate is %s; it must be ≥ 0".formatted(learningRate));
        }
        if (!(momentum >= 0 && momentum < 1)) {
            throw new IllegalArgumentException("the momentum is %s; it must lie in [0, 1)".formatted(momentum));
        }
        if (!(weightDecay >= 0) || Double.isInfinite(weightDecay)) {
            throw new IllegalArgumentException("the weight decay is %s; it must be ≥ 0".formatted(weightDecay));
        }
    }
}
