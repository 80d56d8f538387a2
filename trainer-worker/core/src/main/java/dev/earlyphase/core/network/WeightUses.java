package dev.earlyphase.core.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * In how many multiplications of the forward pass of one image each single weight takes part: in a linear layer in one,
 * in a convolution in one for each place of its output, those at padded edges among them.
 */
public final class WeightUses {
    private WeightUses() {}

    /** By the name of the weight, for every convolution and linear layer in order. */
    public static Map<String, Long> of(Network network) {
        var uses = new LinkedHashMap<String, Long>();
        add(network.layers(), network.input(), uses);
        return uses;
    }

    private static void add(List<Layer> layers, ImageShape input, Map<String, Long> uses) {
        ImageShape shape = input;
        for (Layer layer : layers) {
            add(layer, shape, uses);
            shape = layer.output(shape);
        }
    }

    private static void add(Layer layer, ImageShape input, Map<String, Long> uses) {
        switch (layer) {
            case Convolution convolution -> {
                ImageShape output = convolution.output(input);
                uses.put(weight(convolution), (long) output.height() * output.width());
            }
            case Linear linear -> uses.put(weight(linear), 1L);
            case Residual residual -> {
                add(residual.body(), input, uses);
                add(residual.shortcut(), input, uses);
            }
            case BatchNorm batchNorm -> {}
            case Relu relu -> {}
            case MaxPool maxPool -> {}
            case AveragePool averagePool -> {}
            case GlobalAveragePool globalAveragePool -> {}
            case Flatten flatten -> {}
        }
    }

    private static String weight(Layer layer) {
        return layer.parameters().getFirst().name();
    }
}
