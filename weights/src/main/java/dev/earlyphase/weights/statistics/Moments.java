package dev.earlyphase.weights.statistics;

/** The central moments of a population, taken about its mean in a pass of their own so that they do not cancel. */
record Moments(double variance, double skewness, double excessKurtosis) {

    /** @param sample of at least one value */
    static Moments of(Sample sample, double mean) {
        if (sample.minimum() == sample.maximum()) {
            return new Moments(0, 0, 0);
        }
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (float[] run : sample.runs()) {
            for (double value : run) {
                double deviation = value - mean;
                double square = deviation * deviation;
                second += square;
                third += square * deviation;
                fourth += square * square;
            }
        }
        long count = sample.count();
        double variance = second / count;
        return new Moments(
                variance, third / count / (variance * Math.sqrt(variance)), fourth / count / (variance * variance) - 3);
    }
}
