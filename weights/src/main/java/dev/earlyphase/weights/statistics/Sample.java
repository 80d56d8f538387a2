package dev.earlyphase.weights.statistics;

import java.util.Arrays;
import java.util.BitSet;

import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

/** The finite values among the survivors, in ascending order: one copy of the weights serves every statistic. */
record Sample(float[] sorted, long nonFinite) {

    static Sample of(float[] values, BitSet survivors) {
        BitSet kept = Survivors.among(values.length, survivors);
        var gathered = new float[kept.cardinality()];
        return sorted(gathered, gather(values, kept, gathered, 0));
    }

    /** All survivors of the mask; at most 2^31 - 1. */
    static Sample pooled(Tensors weights, Mask mask) {
        var gathered = new float[Math.toIntExact(mask.survivors())];
        int count = 0;
        for (Tensor tensor : mask.covered(weights)) {
            count = gather(tensor.values(), mask.survivors(tensor.name()), gathered, count);
        }
        return sorted(gathered, count);
    }

    private static int gather(float[] values, BitSet survivors, float[] into, int from) {
        int to = from;
        for (int i = survivors.nextSetBit(0); i >= 0; i = survivors.nextSetBit(i + 1)) {
            if (Float.isFinite(values[i])) {
                // The sum of -0.0 and 0.0 is 0.0: zeros have no sign in results.
                into[to++] = values[i] + 0.0f;
            }
        }
        return to;
    }

    private static Sample sorted(float[] gathered, int count) {
        float[] finite = count == gathered.length ? gathered : Arrays.copyOf(gathered, count);
        Arrays.sort(finite);
        return new Sample(finite, gathered.length - count);
    }
}
