package dev.earlyphase.core.network;

import java.util.ArrayList;
import java.util.List;

/**
 * The residual network of 18 layers (He et al. 2016, table 1): four stages of two basic blocks with 64, 128, 256 and 512
 * channels. Tensors are named as in torchvision.
 */
final class ResNet18 {
    private ResNet18() {}

    /** As made for ImageNet: before its first stage an image has a quarter of its height and width. */
    static List<Layer> withImageNetStem(ImageShape input, int classes) {
        return layers(
                new Convolution("conv1", input.channels(), 64, 7, 2, 3, false), List.of(new MaxPool(3, 2, 1)), classes);
    }

    /** For small images, whose size the stem keeps. */
    static List<Layer> withSmallStem(ImageShape input, int classes) {
        return layers(new Convolution("conv1", input.channels(), 64, 3, 1, 1, false), List.of(), classes);
    }

    private static List<Layer> layers(Convolution stem, List<Layer> pool, int classes) {
        List<Layer> layers = new ArrayList<>();
        layers.add(stem);
        layers.add(new BatchNorm("bn1", 64));
        layers.add(new Relu());
        layers.addAll(pool);
        int inputs = 64;
        for (int stage = 0; stage < 4; stage++) {
            int outputs = 64 << stage;
            String name = "layer" + (stage + 1);
            layers.addAll(BasicBlock.layers(name + ".0", inputs, outputs, stage == 0 ? 1 : 2, "downsample"));
            layers.addAll(BasicBlock.layers(name + ".1", outputs, outputs, 1, "downsample"));
            inputs = outputs;
        }
        layers.add(new GlobalAveragePool());
        layers.add(new Linear("fc", inputs, classes));
        return layers;
    }
}
