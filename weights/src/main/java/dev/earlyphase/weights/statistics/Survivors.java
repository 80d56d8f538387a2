package dev.earlyphase.weights.statistics;

import java.util.BitSet;

/** Which values a statistic is about. */
final class Survivors {

    private Survivors() {}

    /**
     * The survivors given, or all indices below {@code size} where they are null.
     *
     * @throws IllegalArgumentException where one lies behind the last value
     */
    static BitSet among(int size, BitSet survivors) {
        if (survivors == null) {
            var all = new BitSet(size);
            all.set(0, size);
            return all;
        }
        if (survivors.length() > size) {
            throw new IllegalArgumentException(
                    "index " + (survivors.length() - 1) + " survives; there are only " + size + " values");
        }
        return survivors;
    }
}
