package dev.earlyphase.core.telemetry;

import java.util.Arrays;

/**
 * Sums over one prunable tensor in one pass. It runs at every iteration, so its loops are of the kind that the JVM turns
 * into vector instructions: each position of a block has accumulators of its own, in arrays of another type than the
 * arrays read, which rules out that they overlap.
 */
final class LayerPass {
    private static final int BLOCK = 512;

    private final int from;
    private final int to;
    private final float[] kept;
    private final float[] initial;
    private final long survivors;
    private final double initialSquares;

    private final double[] weights = new double[BLOCK];
    private final double[] weightSquares = new double[BLOCK];
    private final double[] gradients = new double[BLOCK];
    private final double[] gradientSquares = new double[BLOCK];
    private final double[] distanceSquares = new double[BLOCK];
    private final double[] signsChanged = new double[BLOCK];
    private final double[][] accumulators = {
        weights, weightSquares, gradients, gradientSquares, distanceSquares, signsChanged
    };

    /**
     * @param from where the tensor begins in the flattened parameters
     * @param kept 1 for a survivor, 0 for a pruned weight; flattened
     * @param initial W_0 with pruned weights 0; flattened
     */
    LayerPass(int from, int length, float[] kept, float[] initial) {
        this.from = from;
        this.to = from + length;
        this.kept = kept;
        this.initial = initial;
        long count = 0;
        double squares = 0;
        for (int i = from; i < to; i++) {
            count += (long) kept[i];
            squares += (double) initial[i] * initial[i];
        }
        this.survivors = count;
        this.initialSquares = squares;
    }

    /** @param w the flattened weights, pruned ones 0; @param g their gradient, which need not be masked */
    Sums over(float[] w, float[] g) {
        for (double[] sums : accumulators) {
            Arrays.fill(sums, 0);
        }
        for (int block = from; block < to; block += BLOCK) {
            int length = Math.min(BLOCK, to - block);
            addWeights(w, block, length);
            addGradients(g, block, length);
            addDistances(w, block, length);
            addSignChanges(w, block, length);
        }
        return new Sums(
                survivors,
                sum(weights),
                sum(weightSquares),
                sum(gradients),
                sum(gradientSquares),
                initialSquares,
                sum(distanceSquares),
                (long) sum(signsChanged));
    }

    private void addWeights(float[] w, int block, int length) {
        for (int i = 0; i < length; i++) {
            double value = w[block + i];
            weights[i] += Math.abs(value);
            weightSquares[i] += value * value;
        }
    }

    private void addGradients(float[] g, int block, int length) {
        for (int i = 0; i < length; i++) {
            double value = g[block + i] * kept[block + i];
            gradients[i] += Math.abs(value);
            gradientSquares[i] += value * value;
        }
    }

    private void addDistances(float[] w, int block, int length) {
        for (int i = 0; i < length; i++) {
            double difference = w[block + i] - initial[block + i];
            distanceSquares[i] += difference * difference;
        }
    }

    /** Adds 1 for opposite signs. The signum of a double becomes a vector instruction, a comparison does not. */
    private void addSignChanges(float[] w, int block, int length) {
        for (int i = 0; i < length; i++) {
            double sign = Math.signum((double) (w[block + i] * initial[block + i]));
            signsChanged[i] += 0.5 * sign * (sign - 1);
        }
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
