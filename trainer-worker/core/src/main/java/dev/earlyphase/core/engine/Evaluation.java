package dev.earlyphase.core.engine;

/**
 * Score on a set of examples; scores of batches add up.
 *
 * @param lossSum sum of the cross-entropy (nats) over the examples
 */
public record Evaluation(long examples, long correct, double lossSum) {
    public static final Evaluation NONE = new Evaluation(0, 0, 0);

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
