package dev.earlyphase.trainer.bench;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Times work and takes medians. */
final class Stopwatch {
    private Stopwatch() {}

    /** Mean milliseconds of one iteration. */
    static double milliseconds(int warmUp, int iterations, Runnable iteration) {
        for (int i = 0; i < warmUp; i++) {
            iteration.run();
        }
        long start = System.nanoTime();
        for (int i = 0; i < iterations; i++) {
            iteration.run();
        }
        return (System.nanoTime() - start) / (double) TimeUnit.MILLISECONDS.toNanos(1) / iterations;
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Median of the ratios of neighbours, since the machine's speed drifts. */
    static double medianRatio(double[] over, double[] under) {
        double[] ratios = new double[over.length];
        Arrays.setAll(ratios, i -> over[i] / under[i]);
        return median(ratios);
    }
}
