package dev.earlyphase.core.reference;

/** Softmax and cross-entropy of one batch of logits. */
record CrossEntropy(double lossSum, long correct, double[] gradientOfMean) {
    static CrossEntropy of(double[] logits, int[] labels, int examples) {
        int classes = logits.length / examples;
        double[] gradient = new double[logits.length];
        double lossSum = 0;
        long correct = 0;
        for (int n = 0; n < examples; n++) {
            int best = 0;
            for (int c = 1; c < classes; c++) {
                best = logits[n * classes + c] > logits[n * classes + best] ? c : best;
            }
            double largest = logits[n * classes + best];
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                sum += Math.exp(logits[n * classes + c] - largest);
            }
            for (int c = 0; c < classes; c++) {
                double probability = Math.exp(logits[n * classes + c] - largest) / sum;
                gradient[n * classes + c] = (probability - (c == labels[n] ? 1 : 0)) / examples;
            }
            lossSum += Math.log(sum) + largest - logits[n * classes + labels[n]];
            correct += best == labels[n] ? 1 : 0;
        }
        return new CrossEntropy(lossSum, correct, gradient);
    }
}
