package dev.earlyphase.core.network;

import java.util.ArrayList;
import java.util.List;

/**
 * The residual networks for CIFAR (He et al. 2016, section 4.2): a 3×3 stem of 16 channels, three stages of basic blocks
 * with 16, 32 and 64 channels, and a 1×1 convolution with batch norm where the shape changes. ResNet-20 has three blocks
 * a stage.
 */
final class ResNet {
    private ResNet() {}

    static List<Layer> layers(int blocksPerStage, ImageShape input, int classes) {
        List<Layer> layers = new ArrayList<>();
        layers.add(new Convolution("conv", input.channels(), 16, 3, 1, 1, false));
        layers.add(new BatchNorm("bn", 16));
        layers.add(new Relu());
        int inputs = 16;
        for (int block = 0; block < 3 * blocksPerStage; block++) {
            int stage = block / blocksPerStage;
            int outputs = 16 << stage;
            int stride = stage > 0 && block % blocksPerStage == 0 ? 2 : 1;
            layers.add(block("blocks." + block, inputs, outputs, stride));
            layers.add(new Relu());
            inputs = outputs;
        }
        layers.add(new GlobalAveragePool());
        layers.add(new Linear("fc", inputs, classes));
        return layers;
    }

    private static Residual block(String name, int inputs, int outputs, int stride) {
        List<Layer> body = List.of(
                new Convolution(name + ".conv1", inputs, outputs, 3, stride, 1, false),
                new BatchNorm(name + ".bn1", outputs),
                new Relu(),
                new Convolution(name + ".conv2", outputs, outputs, 3, 1, 1, false),
                new BatchNorm(name + ".bn2", outputs));
        List<Layer> shortcut = stride == 1 && inputs == outputs
                ? List.of()
                : List.of(
                        new Convolution(name + ".shortcut.0", inputs, outputs, 1, stride, 0, false),
                        new BatchNorm(name + ".shortcut.1", outputs));
        return new Residual(body, shortcut);
    }
}
