package dev.earlyphase.weights.pruning;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;

import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Shape;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

/**
 * The survivors ranked by magnitude or by value, through bit patterns that order alike. So the n-th smallest is found
 * exactly by counting upper halves and then lower halves, in two passes over the weights and without copying or sorting
 * them.
 */
final class Ranking {

    private static final int HALVES = 1 << 16;

    private final RankedBy by;
    private final List<Layer> layers = new ArrayList<>();

    /** @throws IllegalArgumentException where the weights do not fit the mask or a survivor is NaN */
    Ranking(RankedBy by, Tensors weights, Mask mask) {
        this.by = by;
        for (Tensor tensor : mask.covered(weights)) {
            layers.add(new Layer(by, tensor, mask.survivors(tensor.name())));
        }
        layers.forEach(Layer::requireNumbers);
    }

    /** Removes exactly {@code count} of the survivors. */
    Pruned withoutLowest(long count) {
        if (count == 0) {
            return new Pruned(mask(), 0, 0);
        }
        Rank upper = Rank.in(histogram(-1), count);
        Rank lower = Rank.in(histogram(upper.half()), upper.within());
        int threshold = upper.half() << 16 | lower.half();
        long ties = lower.within();
        for (Layer layer : layers) {
            ties -= layer.remove(threshold, ties);
        }
        return new Pruned(mask(), by.value(threshold), count);
    }

    /** Counts the upper halves of all patterns, or the lower halves of those with the given upper half. */
    private long[] histogram(int upper) {
        var counts = new long[HALVES];
        layers.forEach(layer -> layer.count(upper, counts));
        return counts;
    }

    private Mask mask() {
        var survivors = new LinkedHashMap<String, BitSet>();
        var shapes = new LinkedHashMap<String, Shape>();
        for (Layer layer : layers) {
            survivors.put(layer.tensor().name(), layer.survivors());
            shapes.put(layer.tensor().name(), layer.tensor().shape());
        }
        return Mask.of(survivors, shapes);
    }

    /** Where the n-th smallest falls: the half it has, and how many up to it have that half. */
    private record Rank(int half, long within) {

        static Rank in(long[] counts, long rank) {
            int half = 0;
            long rest = rank;
            while (rest > counts[half]) {
                rest -= counts[half++];
            }
            return new Rank(half, rest);
        }
    }

    private record Layer(RankedBy by, Tensor tensor, BitSet survivors) {

        int bits(int index) {
            return by.bits(tensor.values()[index]);
        }

        void requireNumbers() {
            for (int i = survivors.nextSetBit(0); i >= 0; i = survivors.nextSetBit(i + 1)) {
                if (Float.isNaN(tensor.values()[i])) {
                    throw new IllegalArgumentException(by.refusal(i, tensor.name()));
                }
            }
        }

        void count(int upper, long[] counts) {
            for (int i = survivors.nextSetBit(0); i >= 0; i = survivors.nextSetBit(i + 1)) {
                int bits = bits(i);
                if (upper < 0) {
                    counts[bits >>> 16]++;
                } else if (bits >>> 16 == upper) {
                    counts[bits & 0xffff]++;
                }
            }
        }

        /** Removes all below the threshold and the first {@code ties} that equal it; returns how many equalled it. */
        long remove(int threshold, long ties) {
            long equal = 0;
            for (int i = survivors.nextSetBit(0); i >= 0; i = survivors.nextSetBit(i + 1)) {
                int bits = bits(i);
                if (Integer.compareUnsigned(bits, threshold) < 0 || bits == threshold && equal++ < ties) {
                    survivors.clear(i);
                }
            }
            return equal;
        }
    }
}
