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
        var sums = new Sums();
        sums.add(now, then, Survivors.among(now.length, survivors));
        return sums.comparison();
    }

    /** Compares all survivors of a mask together. */
    public static Comparison pooled(Tensors now, Tensors then, Mask mask) {
        var sums = new Sums();
        Tensors earlier = mask.covered(then);
        for (Tensor tensor : mask.covered(now)) {
            String name = tensor.name();
            sums.add(tensor.values(), earlier.get(name).values(), mask.survivors(name));
        }
        return sums.comparison();
    }

    private static final class Sums {

        private long count;
        private long signsChanged;
        private double differences;
        private double products;
        private double nowSquares;
        private double thenSquares;

        void add(float[] now, float[] then, BitSet survivors) {
            if (now.length != then.length) {
                throw new IllegalArgumentException(
                        "compared are " + now.length + " values with " + then.length + "; allowed: as many");
            }
            for (int i = survivors.nextSetBit(0); i >= 0; i = survivors.nextSetBit(i + 1)) {
                if (Float.isFinite(now[i]) && Float.isFinite(then[i])) {
                    add(now[i], then[i]);
                }
            }
        }

        private void add(double now, double then) {
            count++;
            signsChanged += Math.signum(now) == Math.signum(then) ? 0 : 1;
            differences += (now - then) * (now - then);
            products += now * then;
            nowSquares += now * now;
            thenSquares += then * then;
        }

        Comparison comparison() {
            double lengths = Math.sqrt(nowSquares) * Math.sqrt(thenSquares);
            return new Comparison(
                    count,
                    count == 0 ? 0 : (double) signsChanged / count,
                    Math.sqrt(differences),
                    lengths == 0 ? 0 : Math.clamp(products / lengths, -1, 1));
        }
    }
}
