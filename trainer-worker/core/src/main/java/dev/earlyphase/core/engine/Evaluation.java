package dev.earlyphase.core.engine;

/**
 * Score on a set of examples; scores of batches add up.
 *
 * @param lossSum sum of the cross-entropy (nats) over the examples
 */
public record Evaluation(long examples, long correct, double lossSum) {
    public static final Evaluation NONE = new Evaluation(0, 0, 0);

    /**
     * Scores logits in double precision; of equal logits the first is the answer.
     *
     * @param logits {@code examples} rows, one after another
     */
    public static Evaluation of(float[] logits, int[] labels, int examples) {
        int classes = logits.length / examples;
        long correct = 0;
        double sum = 0;
        for (int row = 0; row < examples; row++) {
            int start = row * classes;
            int best = start;
            for (int i = start + 1; i < start + classes; i++) {
                best = logits[i] > logits[best] ? i : best;
            }
            double exponentials = 0;
            for (int i = start; i < start + classes; i++) {
                exponentials += Math.exp((double) logits[i] - logits[best]);
            }
            sum += logits[best] + Math.log(exponentials) - logits[start + labels[row]];
            correct += best == start + labels[row] ? 1 : 0;
        }
        return new Evaluation(examples, correct, sum);
    }

    public Evaluation plus(Evaluation other) {
        return new Evaluation(examples + other.examples, correct + other.correct, lossSum + other.lossSum);
    }

    /** Share of correct answers; NaN without examples. */
    public double accuracy() {
        return (double) correct / examples;
    }

    /** Mean cross-entropy; NaN without examples. */
    public double loss() {
        return lossSum / examples;
    }
}
