package dev.earlyphase.core.contract;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import dev.earlyphase.core.engine.Batch;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.network.AveragePool;
import dev.earlyphase.core.network.BatchNorm;
import dev.earlyphase.core.network.Convolution;
import dev.earlyphase.core.network.Flatten;
import dev.earlyphase.core.network.GlobalAveragePool;
import dev.earlyphase.core.network.ImageShape;
import dev.earlyphase.core.network.Layer;
import dev.earlyphase.core.network.Linear;
import dev.earlyphase.core.network.MaxPool;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Parameter;
import dev.earlyphase.core.network.Relu;
import dev.earlyphase.core.network.Residual;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Shape;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

/** Small networks, and random states, masks and batches for them. */
public final class Sample {
    public static final int CLASSES = 5;

    private Sample() {}

    public static Network linear() {
        return new Network(
                "linear",
                new ImageShape(1, 4, 4),
                CLASSES,
                List.of(new Flatten(), new Linear("fc_layers.0", 16, 7), new Relu(), new Linear("fc", 7, CLASSES)));
    }

    public static Network convolutional() {
        return new Network(
                "convolutional",
                new ImageShape(2, 9, 9),
                CLASSES,
                List.of(
                        new Convolution("layers.0", 2, 4, 3, 1, 1, true),
                        new Relu(),
                        new MaxPool(2, 2),
                        new Convolution("layers.1", 4, 6, 3, 2, 1, true),
                        new Relu(),
                        new Flatten(),
                        new Linear("fc", 24, CLASSES)));
    }

    public static Network averaging() {
        return new Network(
                "averaging",
                new ImageShape(2, 4, 4),
                CLASSES,
                List.of(
                        new Convolution("conv", 2, 6, 3, 1, 1, true),
                        new AveragePool(2, 2),
                        new Relu(),
                        new AveragePool(2, 2),
                        new Linear("fc", 6, CLASSES)));
    }

    public static Network residual() {
        return new Network(
                "residual",
                new ImageShape(3, 8, 8),
                CLASSES,
                List.of(
                        new Convolution("conv", 3, 4, 3, 1, 1, false),
                        new BatchNorm("bn", 4),
                        new Relu(),
                        new Residual(body("blocks.0", 4, 4, 1), List.of()),
                        new Relu(),
                        new Residual(
                                body("blocks.1", 4, 8, 2),
                                List.of(
                                        new Convolution("blocks.1.shortcut.0", 4, 8, 1, 2, 0, false),
                                        new BatchNorm("blocks.1.shortcut.1", 8))),
                        new Relu(),
                        new GlobalAveragePool(),
                        new Linear("fc", 8, CLASSES)));
    }

    /** Batch norm before each convolution, and before the shortcut's too. */
    public static Network preactivated() {
        return new Network(
                "preactivated",
                new ImageShape(3, 8, 8),
                CLASSES,
                List.of(
                        new Convolution("conv", 3, 4, 3, 1, 1, false),
                        new Residual(
                                List.of(
                                        new BatchNorm("blocks.0.bn1", 4),
                                        new Relu(),
                                        new Convolution("blocks.0.conv1", 4, 4, 3, 1, 1, false)),
                                List.of()),
                        new BatchNorm("blocks.1.bn1", 4),
                        new Relu(),
                        new Residual(
                                List.of(
                                        new Convolution("blocks.1.conv1", 4, 8, 3, 2, 1, false),
                                        new BatchNorm("blocks.1.bn2", 8),
                                        new Relu(),
                                        new Convolution("blocks.1.conv2", 8, 8, 3, 1, 1, false)),
                                List.of(new Convolution("blocks.1.shortcut", 4, 8, 1, 2, 0, false))),
                        new BatchNorm("bn", 8),
                        new Relu(),
                        new GlobalAveragePool(),
                        new Linear("fc", 8, CLASSES)));
    }

    /** The stem made for large images, its padded pool on values below zero too, and an average pool. */
    public static Network pooled() {
        return new Network(
                "pooled",
                new ImageShape(3, 16, 16),
                CLASSES,
                List.of(
                        new Convolution("conv", 3, 6, 7, 2, 3, false),
                        new BatchNorm("bn", 6),
                        new MaxPool(3, 2, 1),
                        new AveragePool(2, 2),
                        new Relu(),
                        new Flatten(),
                        new Linear("fc", 24, CLASSES)));
    }

    private static List<Layer> body(String name, int inputs, int outputs, int stride) {
        return List.of(
                new Convolution(name + ".conv1", inputs, outputs, 3, stride, 1, false),
                new BatchNorm(name + ".bn1", outputs),
                new Relu(),
                new Convolution(name + ".conv2", outputs, outputs, 3, 1, 1, false),
                new BatchNorm(name + ".bn2", outputs));
    }

    public static List<Network> networks() {
        return List.of(linear(), convolutional(), averaging(), residual(), preactivated(), pooled());
    }

    /** Every tensor filled with values that differ, variances positive. */
    public static Tensors state(Network network) {
        return tensors(network.parameters());
    }

    public static Tensors momentum(Network network) {
        return tensors(network.trainable());
    }

    private static Tensors tensors(List<Parameter> parameters) {
        var random = new Random(7);
        List<Tensor> tensors = new ArrayList<>();
        for (Parameter parameter : parameters) {
            float[] values = new float[parameter.elements()];
            for (int i = 0; i < values.length; i++) {
                values[i] = switch (parameter.kind()) {
                    case WEIGHT -> (float) (random.nextGaussian() * Math.sqrt(2.0 / parameter.fanIn()));
                    case GAMMA, RUNNING_VARIANCE -> 0.5f + random.nextFloat();
                    case BIAS, BETA, RUNNING_MEAN -> (float) (random.nextGaussian() / 10);
                };
            }
            tensors.add(new Tensor(parameter.name(), parameter.shape(), values));
        }
        return Tensors.of(tensors);
    }

    public static Batch batch(Network network, int size) {
        var random = new Random(size);
        FloatBuffer images = ByteBuffer.allocateDirect(size * network.input().elements() * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        for (int i = 0; i < images.capacity(); i++) {
            images.put(i, (float) random.nextGaussian());
        }
        return new Batch(images, random.ints(size, 0, network.classes()).toArray(), size);
    }

    /** A mask of every prunable tensor that keeps about half of each. */
    public static Mask mask(Network network) {
        var random = new Random(11);
        Map<String, BitSet> survivors = new LinkedHashMap<>();
        Map<String, Shape> shapes = new LinkedHashMap<>();
        for (Parameter parameter : network.prunable()) {
            var bits = new BitSet();
            for (int i = 0; i < parameter.elements(); i++) {
                bits.set(i, random.nextBoolean());
            }
            survivors.put(parameter.name(), bits);
            shapes.put(parameter.name(), parameter.shape());
        }
        return Mask.of(survivors, shapes);
    }

    public static float[] weights(Session session, Network network) {
        float[] weights = new float[network.size()];
        session.readWeights(weights);
        return weights;
    }

    public static float[] gradient(Session session, Network network) {
        float[] gradient = new float[network.size()];
        session.readGradient(gradient);
        return gradient;
    }

    /** The values of the trainable tensors one after another, as {@code readWeights} gives them. */
    public static float[] flat(Tensors tensors, Network network) {
        float[] flat = new float[network.size()];
        int start = 0;
        for (Parameter parameter : network.trainable()) {
            float[] values = tensors.get(parameter.name()).values();
            System.arraycopy(values, 0, flat, start, values.length);
            start += values.length;
        }
        return flat;
    }
}
