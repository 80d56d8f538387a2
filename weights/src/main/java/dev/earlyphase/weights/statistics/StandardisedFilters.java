package dev.earlyphase.weights.statistics;

import java.util.BitSet;

import dev.earlyphase.weights.Tensor;

/**
 * The filters of a layer, centred and scaled to unit length, side by side.
 *
 * @param values one row for each weight of a filter and one column for each filter, padded with rows of zeros to a
 *     multiple of {@link #ROWS} and with columns of no use behind {@code count}
 * @param count filters
 * @param samples weights of a filter
 */
record StandardisedFilters(double[][] values, int count, int samples) {

    /** How many rows one step of the product takes in. */
    private static final int ROWS = 8;

    /** How many rows of correlations are added to before the next, so that they stay in the cache. */
    private static final int TILE = 32;

    static StandardisedFilters of(Tensor tensor, BitSet survivors) {
        int filters = tensor.shape().sizes().getFirst();
        int samples = filters == 0 ? 0 : tensor.shape().elements() / filters;
        var values = new double[(samples + ROWS - 1) / ROWS * ROWS][filters];
        BitSet finite = finite(tensor.values(), survivors);
        int count = 0;
        for (int filter = 0; filter < filters; filter++) {
            count += standardise(tensor.values(), finite, filter * samples, values, samples, count) ? 1 : 0;
        }
        return new StandardisedFilters(values, count, samples);
    }

    /** The symmetric matrix of products of each two filters, whose diagonal is 1. */
    double[][] correlations() {
        var products = new double[count][count];
        for (int tile = 0; tile < count; tile += TILE) {
            for (int row = 0; row < values.length; row += ROWS) {
                for (int i = tile; i < Math.min(tile + TILE, count); i++) {
                    add(products[i], i + 1, row, i);
                }
            }
        }
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < i; j++) {
                products[j][i] = products[i][j];
            }
        }
        return products;
    }

    /** Adds the products of eight rows with their column; written out so that the compiler makes vectors of it. */
    private void add(double[] products, int length, int row, int column) {
        double[] a = values[row];
        double[] b = values[row + 1];
        double[] c = values[row + 2];
        double[] d = values[row + 3];
        double[] e = values[row + 4];
        double[] f = values[row + 5];
        double[] g = values[row + 6];
        double[] h = values[row + 7];
        double atA = a[column];
        double atB = b[column];
        double atC = c[column];
        double atD = d[column];
        double atE = e[column];
        double atF = f[column];
        double atG = g[column];
        double atH = h[column];
        for (int j = 0; j < length; j++) {
            products[j] += atA * a[j]
                    + atB * b[j]
                    + atC * c[j]
                    + atD * d[j]
                    + atE * e[j]
                    + atF * f[j]
                    + atG * g[j]
                    + atH * h[j];
        }
    }

    private static BitSet finite(float[] values, BitSet survivors) {
        var finite = new BitSet(values.length);
        if (survivors == null) {
            finite.set(0, values.length);
        } else {
            finite.or(survivors);
        }
        if (finite.length() > values.length) {
            throw new IllegalArgumentException(
                    "index " + (finite.length() - 1) + " survives; there are only " + values.length + " values");
        }
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                finite.clear(i);
            }
        }
        return finite;
    }

    /** Writes a filter to a column; false, and nothing written, where it has no spread. */
    private static boolean standardise(
            float[] weights, BitSet finite, int from, double[][] values, int samples, int column) {
        long count = 0;
        double sum = 0;
        float minimum = Float.POSITIVE_INFINITY;
        float maximum = Float.NEGATIVE_INFINITY;
        for (int i = from; i < from + samples; i++) {
            if (finite.get(i)) {
                count++;
                sum += weights[i];
                minimum = Math.min(minimum, weights[i]);
                maximum = Math.max(maximum, weights[i]);
            }
        }
        if (count == 0 || minimum == maximum) {
            return false;
        }
        double mean = sum / count;
        double squares = 0;
        for (int i = from; i < from + samples; i++) {
            double deviation = finite.get(i) ? weights[i] - mean : 0;
            values[i - from][column] = deviation;
            squares += deviation * deviation;
        }
        double scale = 1 / Math.sqrt(squares);
        for (int i = 0; i < samples; i++) {
            values[i][column] *= scale;
        }
        return true;
    }
}
