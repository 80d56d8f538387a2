package dev.earlyphase.weights.statistics;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * The largest difference between the distribution function of a sample and a normal one. Both ascend, so their values at
 * the ends of an interval bound the difference everywhere within: the interval of highest bound is split, and once no
 * bound exceeds what was found the search is over. Thousands of evaluations do for millions of values.
 */
final class NormalDistance {

    private final Sample sample;
    private final double mean;
    private final double deviation;
    private final double count;
    private final PriorityQueue<Interval> open =
            new PriorityQueue<>(Comparator.comparingDouble(Interval::bound).reversed());
    private double largest;

    /** @param deviation above 0 */
    NormalDistance(Sample sample, double mean, double deviation) {
        this.sample = sample;
        this.mean = mean;
        this.deviation = deviation;
        this.count = sample.count();
    }

    double largest() {
        add(at(sample.minimum()), at(sample.maximum()));
        while (!open.isEmpty() && open.peek().bound() > largest) {
            Interval widest = open.poll();
            Point middle = at(between(widest));
            add(widest.low(), middle);
            add(middle, widest.high());
        }
        return largest;
    }

    /** One value of the sample: the shares of values below it and up to it, and its normal probability. */
    private record Point(float value, double below, double upTo, double normal) {}

    /** The values between two of the sample, which are not among them. */
    private record Interval(Point low, Point high) {

        double bound() {
            return Math.max(high.normal - low.upTo, high.below - low.normal);
        }

        boolean isEmpty() {
            return high.below <= low.upTo;
        }
    }

    private Point at(float value) {
        double normal = NormalDistribution.cumulative((value - mean) / deviation);
        var point = new Point(value, sample.below(value) / count, sample.upTo(value) / count, normal);
        largest = Math.max(largest, Math.max(normal - point.below, point.upTo - normal));
        return point;
    }

    private void add(Point low, Point high) {
        var interval = new Interval(low, high);
        if (!interval.isEmpty() && interval.bound() > largest) {
            open.add(interval);
        }
    }

    /** The value of the sample next above the middle of an interval, or where there is none within it, next below. */
    private float between(Interval interval) {
        double middle = ((double) interval.low.value + interval.high.value) / 2;
        float above = sample.ceiling(middle);
        return above < interval.high.value ? above : sample.lower(middle);
    }
}
