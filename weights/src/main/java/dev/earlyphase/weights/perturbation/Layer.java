package dev.earlyphase.weights.perturbation;

import dev.earlyphase.weights.Shape;

/**
 * One covered tensor of a sub-network.
 *
 * @param weights of W_k by row-major index
 * @param initial of W_0 by the same index
 * @param survivors the indices that survive, ascending
 * @param deviation sigma_l
 */
record Layer(Shape shape, float[] weights, float[] initial, int[] survivors, double deviation) {

    static Layer of(SubNetwork state, String name) {
        return new Layer(
                state.mask().shape(name),
                state.weights().get(name).values(),
                state.initial().get(name).values(),
                state.mask().survivors(name).stream().toArray(),
                state.initialDeviation().get(name));
    }

    /** How many weights one output channel, the first dimension, has; at least 1. */
    int filterSize() {
        int filters = shape.rank() == 0 ? 1 : shape.sizes().getFirst();
        return Math.max(1, shape.elements() / Math.max(1, filters));
    }

    /** W_k of the survivors, in ascending order of their indices. */
    float[] survivingWeights() {
        var values = new float[survivors.length];
        for (int place = 0; place < values.length; place++) {
            values[place] = weights[survivors[place]];
        }
        return values;
    }
}
