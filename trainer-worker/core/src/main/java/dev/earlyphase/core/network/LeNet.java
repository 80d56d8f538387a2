package dev.earlyphase.core.network;

import java.util.ArrayList;
import java.util.List;

/** LeNet-300-100: two hidden layers of 300 and 100 units (LeCun et al. 1998; Frankle and Carbin 2019, table 1). */
final class LeNet {
    private LeNet() {}

    static List<Layer> layers(ImageShape input, int classes) {
        List<Layer> layers = new ArrayList<>();
        layers.add(new Flatten());
        layers.addAll(head(input.elements(), List.of(300, 100), classes));
        return layers;
    }

    /** Linear layers with ReLU between, named as the authors name them: hidden {@code fc_layers.i}, the last {@code fc}. */
    static List<Layer> head(int features, List<Integer> hidden, int classes) {
        List<Layer> layers = new ArrayList<>();
        int inputs = features;
        for (int i = 0; i < hidden.size(); i++) {
            layers.add(new Linear("fc_layers." + i, inputs, hidden.get(i)));
            layers.add(new Relu());
            inputs = hidden.get(i);
        }
        layers.add(new Linear("fc", inputs, classes));
        return layers;
    }
}
