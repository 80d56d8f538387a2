package dev.earlyphase.core.network;

import java.util.ArrayList;
import java.util.List;

/**
 * The residual networks for CIFAR (He et al. 2016, section 4.2): a 3×3 stem of 16 channels and three stages of basic
 * blocks with 16, 32 and 64 channels. ResNet-20 has three blocks a stage, ResNet-56 nine. Tensors are named as in the
 * authors' code.
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
            layers.addAll(BasicBlock.layers("blocks." + block, inputs, outputs, stride, "shortcut"));
            inputs = outputs;
        }
        layers.add(new GlobalAveragePool());
        layers.add(new Linear("fc", inputs, classes));
        return layers;
    }
}
