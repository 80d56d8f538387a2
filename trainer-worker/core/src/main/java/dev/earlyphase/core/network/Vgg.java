package dev.earlyphase.core.network;

import java.util.ArrayList;
import java.util.List;

/**
 * VGG-13 for CIFAR (after Simonyan and Zisserman 2015, table 1, column B): five groups of two 3×3 convolutions with bias
 * and batch norm, a max pool between the groups, the last 2×2 pixels averaged, one linear layer. Tensors are named as in
 * the authors' code, where pools have a number too.
 */
final class Vgg {
    private static final List<Integer> CHANNELS = List.of(64, 128, 256, 512, 512);
    private static final int CONVOLUTIONS = 2;

    private Vgg() {}

    static List<Layer> layers(ImageShape input, int classes) {
        List<Layer> layers = new ArrayList<>();
        int inputs = input.channels();
        int number = 0;
        for (int outputs : CHANNELS) {
            if (number > 0) {
                layers.add(new MaxPool(2, 2));
                number++;
            }
            for (int i = 0; i < CONVOLUTIONS; i++) {
                layers.add(new Convolution("layers." + number + ".conv", inputs, outputs, 3, 1, 1, true));
                layers.add(new BatchNorm("layers." + number + ".bn", outputs));
                layers.add(new Relu());
                inputs = outputs;
                number++;
            }
        }
        layers.add(new AveragePool(2, 2));
        layers.add(new Flatten());
        layers.add(new Linear("fc", inputs, classes));
        return layers;
    }
}
