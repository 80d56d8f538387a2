package dev.earlyphase.core.network;

import java.util.List;

import dev.earlyphase.weights.Shape;

import static dev.earlyphase.core.network.Parameter.Kind.BIAS;
import static dev.earlyphase.core.network.Parameter.Kind.WEIGHT;

/** A fully connected layer {@code y = W x + b}; the weight is outputs × inputs. */
public record Linear(String name, int inputs, int outputs) implements Layer {
    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter(name + ".weight", Shape.of(outputs, inputs), WEIGHT, inputs, true),
                new Parameter(name + ".bias", Shape.of(outputs), BIAS, inputs, false));
    }

    @Override
    public ImageShape output(ImageShape input) {
        if (!input.equals(ImageShape.vector(inputs))) {
            throw new IllegalArgumentException("%s takes %d features, not %s".formatted(name, inputs, input));
        }
        return ImageShape.vector(outputs);
    }

    @Override
    public long multiplications(ImageShape input) {
        return (long) inputs * outputs;
    }
}
