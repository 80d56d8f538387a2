package dev.earlyphase.gateway.sample;

import java.util.Comparator;
import java.util.List;

import dev.earlyphase.contracts.figure.Point;
import dev.earlyphase.contracts.figure.Point.Sample;

/** Gathers samples into points. */
public final class Samples {
    private Samples() {}

    public static double mean(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** With n - 1 in the denominator; 0 for a single value. */
    public static double standardDeviation(double... values) {
        if (values.length == 1) {
            return 0;
        }
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }

    /** The point of one or more samples, in the order of their seeds. */
    public static Point point(double x, List<Sample> samples) {
        return point(x, null, samples);
    }

    public static Point point(double x, String label, List<Sample> samples) {
        double[] values = samples.stream().mapToDouble(Sample::value).toArray();
        var ordered =
                samples.stream().sorted(Comparator.comparingLong(Sample::seed)).toList();
        return new Point(x, label, mean(values), standardDeviation(values), values.length, ordered);
    }
}
