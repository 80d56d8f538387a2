package dev.earlyphase.weights.statistics;

import java.util.Arrays;

/**
 * Sorts floats by their bits, 11 at a time from the lowest (least significant digit radix sort): three passes, whatever
 * the values.
 */
final class Sorting {

    /** Below so many values counting digits costs more than comparing. */
    private static final int FEW = 2_000;

    private static final int DIGIT = 11;
    private static final int DIGITS = 1 << DIGIT;
    private static final int MASK = DIGITS - 1;

    private Sorting() {}

    /** Sorts in place, ascending. No value may be NaN or -0.0. */
    static void sort(float[] values) {
        if (values.length < FEW) {
            Arrays.sort(values);
            return;
        }
        var first = new int[DIGITS];
        var second = new int[DIGITS];
        var third = new int[DIGITS];
        var keys = new int[values.length];
        for (int i = 0; i < keys.length; i++) {
            int key = key(values[i]);
            keys[i] = key;
            first[key & MASK]++;
            second[key >>> DIGIT & MASK]++;
            third[key >>> 2 * DIGIT]++;
        }
        var other = new int[values.length];
        distribute(keys, other, 0, starts(first));
        distribute(other, keys, DIGIT, starts(second));
        starts(third);
        for (int key : keys) {
            values[third[key >>> 2 * DIGIT]++] = value(key);
        }
    }

    private static void distribute(int[] from, int[] to, int shift, int[] next) {
        for (int key : from) {
            to[next[key >>> shift & MASK]++] = key;
        }
    }

    /** Turns counts into where each digit's values begin. */
    private static int[] starts(int[] counts) {
        int start = 0;
        for (int digit = 0; digit < counts.length; digit++) {
            int count = counts[digit];
            counts[digit] = start;
            start += count;
        }
        return counts;
    }

    /** An integer whose unsigned order is that of the floats. */
    static int key(float value) {
        int bits = Float.floatToRawIntBits(value);
        return bits ^ (bits >> 31 | Integer.MIN_VALUE);
    }

    /** The float that has the key. */
    static float value(int key) {
        return Float.intBitsToFloat(key ^ (~key >> 31 | Integer.MIN_VALUE));
    }
}
