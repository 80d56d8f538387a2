package dev.earlyphase.weights.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The finite values among the survivors, in one or several ascending runs: whatever a statistic asks of the order of
 * several tensors together is answered from the order of each, without sorting them again.
 *
 * @param runs none of them empty
 * @param nonFinite values left out
 */
record Sample(List<float[]> runs, long nonFinite) {

    Sample {
        runs = List.copyOf(runs);
    }

    /** @param survivors the values that survive; left as they are */
    static Sample of(float[] survivors) {
        var finite = new float[survivors.length];
        int count = 0;
        for (float value : survivors) {
            // The sum of -0.0 and 0.0 is 0.0: zeros have no sign in results.
            finite[count] = value + 0.0f;
            count += Float.isFinite(value) ? 1 : 0;
        }
        long nonFinite = survivors.length - count;
        float[] run = nonFinite == 0 ? finite : Arrays.copyOf(finite, count);
        Sorting.sort(run);
        return new Sample(count == 0 ? List.of() : List.of(run), nonFinite);
    }

    /** All the samples as one. */
    static Sample together(List<Sample> samples) {
        var runs = new ArrayList<float[]>();
        long nonFinite = 0;
        for (Sample sample : samples) {
            runs.addAll(sample.runs);
            nonFinite += sample.nonFinite;
        }
        return new Sample(runs, nonFinite);
    }

    long count() {
        return runs.stream().mapToLong(run -> run.length).sum();
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    /** The smallest value of a sample that is not empty. */
    float minimum() {
        float minimum = Float.POSITIVE_INFINITY;
        for (float[] run : runs) {
            minimum = Math.min(minimum, run[0]);
        }
        return minimum;
    }

    /** The largest value of a sample that is not empty. */
    float maximum() {
        float maximum = Float.NEGATIVE_INFINITY;
        for (float[] run : runs) {
            maximum = Math.max(maximum, run[run.length - 1]);
        }
        return maximum;
    }

    /** How many values are less than {@code bound}. */
    long below(double bound) {
        long count = 0;
        for (float[] run : runs) {
            count += Run.below(run, bound);
        }
        return count;
    }

    /** How many values are {@code bound} or less. */
    long upTo(float bound) {
        return below(Math.nextUp((double) bound));
    }

    /** The smallest value of at least {@code bound}; infinite where there is none. */
    float ceiling(double bound) {
        float ceiling = Float.POSITIVE_INFINITY;
        for (float[] run : runs) {
            int at = Run.below(run, bound);
            ceiling = at < run.length ? Math.min(ceiling, run[at]) : ceiling;
        }
        return ceiling;
    }

    /** The largest value below {@code bound}; infinite where there is none. */
    float lower(double bound) {
        float lower = Float.NEGATIVE_INFINITY;
        for (float[] run : runs) {
            int at = Run.below(run, bound);
            lower = at > 0 ? Math.max(lower, run[at - 1]) : lower;
        }
        return lower;
    }

    /** The value with so many before it in ascending order; found by halving the range of floats for several runs. */
    float ranked(long rank) {
        if (runs.size() == 1) {
            return runs.getFirst()[(int) rank];
        }
        long low = Integer.toUnsignedLong(Sorting.key(minimum()));
        long high = Integer.toUnsignedLong(Sorting.key(maximum()));
        while (low < high) {
            long middle = low + high >>> 1;
            if (upTo(Sorting.value((int) middle)) > rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        // The float below 0.0 is -0.0, which no run holds but which may be the least that reaches the rank.
        return Sorting.value((int) low) + 0.0f;
    }
}
