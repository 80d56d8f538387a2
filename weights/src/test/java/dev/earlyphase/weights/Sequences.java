package dev.earlyphase.weights;

import java.util.Random;
import java.util.function.Function;

import dev.earlyphase.weights.perturbation.Randomness;

/** A sequence of draws for each name, fresh whenever asked for. */
public record Sequences(long seed) implements Function<String, Randomness> {

    @Override
    public Randomness apply(String name) {
        var random = new Random(seed * 31 + name.hashCode());
        return new Randomness() {
            @Override
            public int below(int bound) {
                return random.nextInt(bound);
            }

            @Override
            public double normal() {
                return random.nextGaussian();
            }
        };
    }
}
