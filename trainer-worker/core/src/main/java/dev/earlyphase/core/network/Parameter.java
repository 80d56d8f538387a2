package dev.earlyphase.core.network;

import dev.earlyphase.weights.Shape;

/**
 * One tensor of a network's state.
 *
 * @param name PyTorch's name of it in the state_dict
 * @param fanIn inputs that feed one output of the layer, which sets the scale of the initialisation
 * @param prunable whether pruning may remove its weights
 */
public record Parameter(String name, Shape shape, Kind kind, int fanIn, boolean prunable) {
    /** What a tensor is for. */
    public enum Kind {
        WEIGHT,
        BIAS,
        GAMMA,
        BETA,
        RUNNING_MEAN,
        RUNNING_VARIANCE
    }

    /** Whether the optimiser changes it; running statistics only follow the data. */
    public boolean trainable() {
        return switch (kind) {
            case WEIGHT, BIAS, GAMMA, BETA -> true;
            case RUNNING_MEAN, RUNNING_VARIANCE -> false;
        };
    }

    /** Standard deviation of the distribution that a weight is drawn from at the start (He et al. 2015). */
    public double initialDeviation() {
        return Math.sqrt(2.0 / fanIn);
    }

    public int elements() {
        return shape.elements();
    }

    Parameter spared() {
        return new Parameter(name, shape, kind, fanIn, false);
    }
}
