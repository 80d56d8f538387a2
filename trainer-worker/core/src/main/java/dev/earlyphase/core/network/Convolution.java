package dev.earlyphase.core.network;

import java.util.List;

import dev.earlyphase.weights.Shape;

import static dev.earlyphase.core.network.Parameter.Kind.BIAS;
import static dev.earlyphase.core.network.Parameter.Kind.WEIGHT;

/** Cross-correlation with square kernels and zero padding; the weight is outputs × inputs × kernel × kernel. */
public record Convolution(String name, int inputs, int outputs, int kernel, int stride, int padding, boolean bias)
        implements Layer {
    @Override
    public List<Parameter> parameters() {
        int fanIn = inputs * kernel * kernel;
        var weight = new Parameter(name + ".weight", Shape.of(outputs, inputs, kernel, kernel), WEIGHT, fanIn, true);
        return bias
                ? List.of(weight, new Parameter(name + ".bias", Shape.of(outputs), BIAS, fanIn, false))
                : List.of(weight);
    }

    @Override
    public ImageShape output(ImageShape input) {
        if (input.channels() != inputs) {
            throw new IllegalArgumentException("%s takes %d channels, not %s".formatted(name, inputs, input));
        }
        return new ImageShape(outputs, slide(input.height()), slide(input.width()));
    }

    @Override
    public long multiplications(ImageShape input) {
        return (long) output(input).elements() * inputs * kernel * kernel;
    }

    private int slide(int size) {
        return Math.floorDiv(size + 2 * padding - kernel, stride) + 1;
    }
}
