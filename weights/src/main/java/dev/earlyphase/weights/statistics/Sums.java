package dev.earlyphase.weights.statistics;

/** What one pass over the values adds up. */
record Sums(double plain, double magnitudes, double squares, long zeros, long positives) {

    static Sums of(Sample sample) {
        double plain = 0;
        double magnitudes = 0;
        double squares = 0;
        long zeros = 0;
        long positives = 0;
        for (float[] run : sample.runs()) {
            for (double value : run) {
                plain += value;
                magnitudes += Math.abs(value);
                squares += value * value;
                zeros += value == 0 ? 1 : 0;
                positives += value > 0 ? 1 : 0;
            }
        }
        return new Sums(plain, magnitudes, squares, zeros, positives);
    }
}
