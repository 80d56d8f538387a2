package dev.earlyphase.trainer.bench;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Times work and takes medians. */
final class Stopwatch {
    private Stopwatch() {}

    /** Seconds that some work takes. */
    static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
