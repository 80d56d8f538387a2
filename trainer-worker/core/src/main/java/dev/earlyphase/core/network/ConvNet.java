package dev.earlyphase.core.network;

import java.util.ArrayList;
import java.util.List;

/**
 * Conv-2, Conv-4 and Conv-6 (Frankle and Carbin 2019, table 1): blocks of two 3×3 convolutions and a 2×2 max pool with
 * 64, 128 and 256 channels, then two hidden layers of 256 units.
 */
final class ConvNet {
    private static final List<Integer> CHANNELS = List.of(64, 128, 256);

    private ConvNet() {}

    static List<Layer> layers(int convolutions, ImageShape input, int classes) {
        List<Layer> layers = new ArrayList<>();
        int inputs = input.channels();
        for (int i = 0; i < convolutions; i++) {
            int outputs = CHANNELS.get(i / 2);
            layers.add(new Convolution("layers." + i, inputs, outputs, 3, 1, 1, true));
            layers.add(new Relu());
            if (i % 2 == 1) {
                layers.add(new MaxPool(2, 2));
            }
            inputs = outputs;
        }
        layers.add(new Flatten());
        layers.addAll(LeNet.head(Network.output(layers, input).elements(), List.of(256, 256), classes));
        return layers;
    }
}
