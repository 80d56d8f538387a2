package dev.earlyphase.analyzer.testing;

import java.util.Map;
import java.util.SplittableRandom;

import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Shape;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;
import dev.earlyphase.weights.safetensors.Safetensors;

/** A small network of two prunable layers with their biases. */
public final class Network {
    public static final String PRUNABLE = "first.weight,second.weight";

    private Network() {}

    /** Normally distributed weights. */
    public static Tensors weights(long seed) {
        var random = new SplittableRandom(seed);
        return Tensors.of(
                tensor("first.weight", Shape.of(20, 30), random),
                tensor("first.bias", Shape.of(20), random),
                tensor("second.weight", Shape.of(10, 20), random),
                tensor("second.bias", Shape.of(10), random));
    }

    public static Tensors prunable(Tensors weights) {
        return Tensors.of(weights.get("first.weight"), weights.get("second.weight"));
    }

    /** Without the weights below a magnitude. */
    public static Mask mask(Tensors weights, double threshold) {
        var tensors = prunable(weights);
        for (Tensor tensor : tensors) {
            var ones = new float[tensor.values().length];
            for (int i = 0; i < ones.length; i++) {
                ones[i] = Math.abs(tensor.values()[i]) < threshold ? 0 : 1;
            }
            tensors = tensors.with(new Tensor(tensor.name(), tensor.shape(), ones));
        }
        return Mask.fromTensors(tensors);
    }

    public static byte[] checkpoint(Tensors weights) {
        return Safetensors.bytes(weights, Map.of("prunable", PRUNABLE, "format", "pt"));
    }

    private static Tensor tensor(String name, Shape shape, SplittableRandom random) {
        var values = new float[shape.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return new Tensor(name, shape, values);
    }
}
