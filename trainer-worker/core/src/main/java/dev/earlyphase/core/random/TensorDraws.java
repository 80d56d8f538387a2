package dev.earlyphase.core.random;

import java.util.List;

/**
 * A sequence of draws for each tensor of a network by its number, and one for all of them together.
 *
 * @param tensors their names in the network's order
 */
public record TensorDraws(long seed, Purpose purpose, List<String> tensors) {
    public TensorDraws {
        tensors = List.copyOf(tensors);
    }

    /**
     * From its beginning.
     *
     * @param tensor the name of a tensor; any other, such as {@code *}, stands for all together
     */
    public Draws of(String tensor) {
        return new Draws(seed, purpose, tensors.indexOf(tensor));
    }
}
