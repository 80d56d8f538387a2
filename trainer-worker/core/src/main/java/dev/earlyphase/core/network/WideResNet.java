package dev.earlyphase.core.network;

import java.util.ArrayList;
import java.util.List;

/**
 * Wide residual networks (Zagoruyko and Komodakis 2016): batch norm and ReLU come before each convolution, and where the
 * shape changes before the 1×1 convolution of the shortcut too, which has no batch norm of its own. Three stages of 16, 32
 * and 64 times {@code width} channels; with n blocks a stage the depth is 6n + 4. Tensors are named as in the PyTorch
 * version that is most in use.
 */
final class WideResNet {
    private WideResNet() {}

    static List<Layer> layers(int depth, int width, ImageShape input, int classes) {
        List<Layer> layers = new ArrayList<>();
        layers.add(new Convolution("conv1", input.channels(), 16, 3, 1, 1, false));
        int inputs = 16;
        for (int stage = 0; stage < 3; stage++) {
            int outputs = (16 << stage) * width;
            for (int block = 0; block < (depth - 4) / 6; block++) {
                String name = "block%d.layer.%d".formatted(stage + 1, block);
                int stride = stage > 0 && block == 0 ? 2 : 1;
                layers.addAll(inputs == outputs ? same(name, inputs) : changed(name, inputs, outputs, stride));
                inputs = outputs;
            }
        }
        layers.add(new BatchNorm("bn1", inputs));
        layers.add(new Relu());
        layers.add(new GlobalAveragePool());
        layers.add(new Linear("fc", inputs, classes));
        return layers;
    }

    /** A block beside the identity. */
    private static List<Layer> same(String name, int channels) {
        List<Layer> body = new ArrayList<>(List.of(new BatchNorm(name + ".bn1", channels), new Relu()));
        body.addAll(convolutions(name, channels, channels, 1));
        return List.of(new Residual(body, List.of()));
    }

    /** A block whose first batch norm and ReLU serve both sides. */
    private static List<Layer> changed(String name, int inputs, int outputs, int stride) {
        Layer shortcut = new Convolution(name + ".convShortcut", inputs, outputs, 1, stride, 0, false);
        return List.of(
                new BatchNorm(name + ".bn1", inputs),
                new Relu(),
                new Residual(convolutions(name, inputs, outputs, stride), List.of(shortcut)));
    }

    private static List<Layer> convolutions(String name, int inputs, int outputs, int stride) {
        return List.of(
                new Convolution(name + ".conv1", inputs, outputs, 3, stride, 1, false),
                new BatchNorm(name + ".bn2", outputs),
                new Relu(),
                new Convolution(name + ".conv2", outputs, outputs, 3, 1, 1, false));
    }
}
