package dev.earlyphase.weights.statistics;

import java.util.BitSet;

import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

/** Which values a statistic is about. */
final class Survivors {

    private Survivors() {}

    /**
     * The values that survive, in their order: the array itself where all do, so nobody may change it.
     *
     * @param survivors indices into the values; null for all of them
     * @throws IllegalArgumentException where one lies behind the last value
     */
    static float[] of(float[] values, BitSet survivors) {
        if (survivors == null) {
            return values;
        }
        if (survivors.length() > values.length) {
            throw new IllegalArgumentException(
                    "index " + (survivors.length() - 1) + " survives; there are only " + values.length + " values");
        }
        int count = survivors.cardinality();
        return count == values.length ? values : gathered(values, survivors.toLongArray(), count);
    }

    /** The values that survive in all tensors of a mask, in its order; at most 2^31 - 1. */
    static float[] pooled(Tensors weights, Mask mask) {
        var pooled = new float[Math.toIntExact(mask.survivors())];
        int count = 0;
        for (Tensor tensor : mask.covered(weights)) {
            float[] survivors = of(tensor.values(), mask.survivors(tensor.name()));
            System.arraycopy(survivors, 0, pooled, count, survivors.length);
            count += survivors.length;
        }
        return pooled;
    }

    /** Goes through the set a word at a time: by far the quicker way where a fifth of the bits is set. */
    private static float[] gathered(float[] values, long[] words, int count) {
        var gathered = new float[count];
        int to = 0;
        for (int word = 0; word < words.length; word++) {
            for (long rest = words[word]; rest != 0; rest &= rest - 1) {
                gathered[to++] = values[word * Long.SIZE + Long.numberOfTrailingZeros(rest)];
            }
        }
        return gathered;
    }
}
