package dev.earlyphase.weights.statistics;

/** Questions to one ascending array. */
final class Run {

    private Run() {}

    /** How many values are less than {@code bound}: the index of the first that is not. */
    static int below(float[] ascending, double bound) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (ascending[middle] < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
