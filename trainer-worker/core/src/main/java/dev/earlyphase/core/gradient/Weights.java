package dev.earlyphase.core.gradient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.earlyphase.core.engine.FlatVector;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Parameter;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

/**
 * A state of a network as one vector of its trainable parameters, beside the running statistics that are not moved.
 *
 * @param flat the trainable parameters in the network's order, pruned ones zero
 * @param survivors 1 where a parameter takes part, 0 where it is pruned
 */
public record Weights(Network network, Tensors state, float[] flat, float[] survivors) {
    /** @param mask empty where nothing is pruned */
    public static Weights of(Network network, Tensors state, Optional<Mask> mask) {
        float[] survivors =
                mask.map(m -> FlatVector.survivors(m, network.trainable())).orElseGet(() -> ones(network.size()));
        float[] flat = FlatVector.of(state, network.trainable());
        for (int i = 0; i < flat.length; i++) {
            flat[i] = survivors[i] == 0 ? 0 : flat[i];
        }
        return new Weights(network, state, flat, survivors);
    }

    /** How many trainable parameters take part. */
    public int dimension() {
        int count = 0;
        for (float survivor : survivors) {
            count += (int) survivor;
        }
        return count;
    }

    /** The state with other trainable parameters. */
    public Tensors moved(float[] trainable) {
        List<Tensor> tensors = new ArrayList<>();
        int from = 0;
        for (Parameter parameter : network.parameters()) {
            if (parameter.trainable()) {
                float[] values = Arrays.copyOfRange(trainable, from, from + parameter.elements());
                tensors.add(new Tensor(parameter.name(), parameter.shape(), values));
                from += parameter.elements();
            } else {
                tensors.add(state.get(parameter.name()));
            }
        }
        return Tensors.of(tensors);
    }

    private static float[] ones(int size) {
        float[] ones = new float[size];
        Arrays.fill(ones, 1);
        return ones;
    }
}
