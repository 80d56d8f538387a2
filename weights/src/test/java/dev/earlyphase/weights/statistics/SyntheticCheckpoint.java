package dev.earlyphase.weights.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import dev.earlyphase.weights.Shape;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

/** Checkpoints of the sizes of real ones, made up: weights heavier in the tails than normal ones, as training leaves them. */
final class SyntheticCheckpoint {

    private SyntheticCheckpoint() {}

    static boolean isKnown(String network) {
        return List.of("resnet20", "resnet18").contains(network);
    }

    /** A network of basic blocks: the 22 or 21 prunable tensors of ResNet-20 or ResNet-18, and batch norm. */
    static Tensors of(String network) {
        boolean small = network.equals("resnet20");
        int inputs = small ? 16 : 64;
        int blocks = small ? 9 : 8;
        int blocksPerStage = small ? 3 : 2;
        int first = inputs;
        var tensors = new ArrayList<Tensor>();
        convolution(tensors, "conv", "bn", inputs, 3, 3);
        for (int block = 0; block < blocks; block++) {
            int channels = first << block / blocksPerStage;
            String name = "blocks." + block + ".";
            convolution(tensors, name + "conv1", name + "bn1", channels, inputs, 3);
            convolution(tensors, name + "conv2", name + "bn2", channels, channels, 3);
            if (inputs != channels) {
                convolution(tensors, name + "shortcut.0", name + "shortcut.1", channels, inputs, 1);
            }
            inputs = channels;
        }
        tensors.add(drawn("fc.weight", inputs, 10, inputs));
        tensors.add(drawn("fc.bias", inputs, 10));
        return Tensors.of(tensors);
    }

    /** The tensors of two dimensions or more. */
    static Tensors prunable(Tensors weights) {
        var prunable = new ArrayList<Tensor>();
        weights.forEach(tensor -> {
            if (tensor.shape().rank() >= 2) {
                prunable.add(tensor);
            }
        });
        return Tensors.of(prunable);
    }

    /** The weights as they may have been before: some normal noise away. */
    static Tensors earlier(Tensors weights, double noise) {
        var random = new Random(2);
        var earlier = new ArrayList<Tensor>();
        for (Tensor tensor : weights) {
            var values = new float[tensor.values().length];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (tensor.values()[i] * (1 + noise * random.nextGaussian()));
            }
            earlier.add(new Tensor(tensor.name(), tensor.shape(), values));
        }
        return Tensors.of(earlier);
    }

    private static void convolution(
            List<Tensor> tensors, String name, String norm, int channels, int inputs, int kernel) {
        tensors.add(drawn(name + ".weight", inputs * kernel * kernel, channels, inputs, kernel, kernel));
        for (String part : List.of("weight", "bias", "running_mean", "running_var")) {
            tensors.add(drawn(norm + "." + part, 2, channels));
        }
    }

    private static Tensor drawn(String name, int fanIn, int... sizes) {
        var random = new Random(name.hashCode());
        Shape shape = Shape.of(sizes);
        var values = new float[shape.elements()];
        double deviation = Math.sqrt(2.0 / fanIn);
        for (int i = 0; i < values.length; i++) {
            double normal = random.nextGaussian();
            values[i] = (float) (deviation * (normal + 0.1 * normal * normal * normal) + 0.01 * deviation);
        }
        return new Tensor(name, shape, values);
    }
}
