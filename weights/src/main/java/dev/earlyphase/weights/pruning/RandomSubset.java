package dev.earlyphase.weights.pruning;

import java.util.BitSet;

import dev.earlyphase.weights.perturbation.Randomness;

/** Uniformly random subsets of exact size. */
final class RandomSubset {

    private RandomSubset() {}

    /** So many of the numbers 0 ... size - 1, each subset of that size alike (Floyd's algorithm, CACM 30(9), 1987). */
    static BitSet of(int size, int count, Randomness draws) {
        var chosen = new BitSet(size);
        for (int last = size - count; last < size; last++) {
            int drawn = draws.below(last + 1);
            chosen.set(chosen.get(drawn) ? last : drawn);
        }
        return chosen;
    }
}
