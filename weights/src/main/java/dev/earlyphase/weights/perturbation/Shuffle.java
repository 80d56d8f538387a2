package dev.earlyphase.weights.perturbation;

import java.util.stream.IntStream;

/** Uniformly random orders (Fisher and Yates). */
final class Shuffle {

    private Shuffle() {}

    /** Shuffles the values from an index, inclusive, to another, exclusive. */
    static void range(float[] values, int from, int to, Randomness draws) {
        for (int last = to - 1; last > from; last--) {
            swap(values, last, from + draws.below(last - from + 1));
        }
    }

    /** Shuffles the values at some places among each other. */
    static void places(float[] values, IntStream places, Randomness draws) {
        int[] at = places.toArray();
        var moved = new float[at.length];
        for (int i = 0; i < at.length; i++) {
            moved[i] = values[at[i]];
        }
        range(moved, 0, moved.length, draws);
        for (int i = 0; i < at.length; i++) {
            values[at[i]] = moved[i];
        }
    }

    private static void swap(float[] values, int i, int j) {
        float value = values[i];
        values[i] = values[j];
        values[j] = value;
    }
}
