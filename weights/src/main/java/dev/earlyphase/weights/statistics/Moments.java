package dev.earlyphase.weights.statistics;

/** The central moments of a population, taken about its mean in a pass of their own so that they do not cancel. */
record Moments(double variance, double skewness, double excessKurtosis) {

    /** @param sorted at least one value, ascending */
    static Moments of(float[] sorted, double mean) {
        if (sorted[0] == sorted[sorted.length - 1]) {
            return new Moments(0, 0, 0);
        }
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (double value : sorted) {
            double deviation = value - mean;
            double square = deviation * deviation;
            second += square;
            third += square * deviation;
            fourth += square * square;
        }
        double variance = second / sorted.length;
        return new Moments(
                variance,
                third / sorted.length / (variance * Math.sqrt(variance)),
                fourth / sorted.length / (variance * variance) - 3);
    }
}
