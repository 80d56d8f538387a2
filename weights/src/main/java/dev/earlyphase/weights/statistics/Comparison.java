package dev.earlyphase.weights.statistics;

import java.util.BitSet;

import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

/**
 * How far weights have moved from an earlier state. Pairs of which either is not finite are left out, so each number
 * here is finite; all are zero where no pair is left.
 *
 * @param count pairs compared
 * @param signChangedShare part of the pairs whose signs differ, 0 to 1; zero is a sign of its own
 * @param l2Distance root of the summed squares of the differences
 * @param cosineSimilarity of the two states as vectors, -1 to 1; 0 where one has no length
 */
public record Comparison(long count, double signChangedShare, double l2Distance, double cosineSimilarity) {

    /**
     * Compares the values that survive.
     *
     * @param survivors indices into both; null for all of them
     * @throws IllegalArgumentException where the two differ in length
     */
    public static Comparison of(float[] now, float[] then, BitSet survivors) {
        return Change.between(now, then, survivors).comparison();
    }

    /** Compares all survivors of a mask together. */
    public static Comparison pooled(Tensors now, Tensors then, Mask mask) {
        var change = new Change();
        Tensors earlier = mask.covered(then);
        for (Tensor tensor : mask.covered(now)) {
            BitSet survivors = mask.survivors(tensor.name());
            change.add(
                    Survivors.of(tensor.values(), survivors),
                    Survivors.of(earlier.get(tensor.name()).values(), survivors));
        }
        return change.comparison();
    }
}
