package dev.earlyphase.core.network;

import java.util.List;

import dev.earlyphase.weights.Shape;

import static dev.earlyphase.core.network.Parameter.Kind.BETA;
import static dev.earlyphase.core.network.Parameter.Kind.GAMMA;
import static dev.earlyphase.core.network.Parameter.Kind.RUNNING_MEAN;
import static dev.earlyphase.core.network.Parameter.Kind.RUNNING_VARIANCE;

/**
 * Batch normalisation per channel (Ioffe and Szegedy 2015), as PyTorch computes it: a batch is normalised by its biased
 * variance, the running variance takes in the unbiased one.
 */
public record BatchNorm(String name, int channels) implements Layer {
    /** Share of the new batch in the running statistics. */
    public static final double MOMENTUM = 0.1;

    /** Added to the variance before the square root. */
    public static final double EPSILON = 1e-5;

    @Override
    public List<Parameter> parameters() {
        return List.of(
                parameter("weight", GAMMA),
                parameter("bias", BETA),
                parameter("running_mean", RUNNING_MEAN),
                parameter("running_var", RUNNING_VARIANCE));
    }

    private Parameter parameter(String suffix, Parameter.Kind kind) {
        return new Parameter(name + "." + suffix, Shape.of(channels), kind, channels, false);
    }

    @Override
    public ImageShape output(ImageShape input) {
        if (input.channels() != channels) {
            throw new IllegalArgumentException("%s takes %d channels, not %s".formatted(name, channels, input));
        }
        return input;
    }
}
