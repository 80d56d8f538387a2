package dev.earlyphase.core.reference;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Parameter;

/** Values and gradients of a network's tensors, by name. */
final class State {
    final Map<String, float[]> values = new LinkedHashMap<>();
    final Map<String, double[]> gradients = new LinkedHashMap<>();

    State(Network network) {
        for (Parameter parameter : network.parameters()) {
            values.put(parameter.name(), new float[parameter.elements()]);
            if (parameter.trainable()) {
                gradients.put(parameter.name(), new double[parameter.elements()]);
            }
        }
    }

    void clearGradients() {
        gradients.values().forEach(gradient -> Arrays.fill(gradient, 0));
    }
}
