package dev.earlyphase.engine.dl4j;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;

import dev.earlyphase.core.engine.Evaluation;

/**
 * Cross-entropy (nats) of the softmax of logits, in double precision and not clipped, as PyTorch's {@code
 * cross_entropy}; Deeplearning4j's MCXENT clips probabilities at 1e-10. Labels are a column of class indices. The score is
 * a sum over the examples, the gradient that of their mean.
 */
final class CrossEntropy implements ILossFunction {
    @Override
    public double computeScore(INDArray labels, INDArray logits, IActivation identity, INDArray mask, boolean mean) {
        Evaluation evaluation = Evaluation.of(values(logits), labels.toIntVector(), logits.rows());
        return mean ? evaluation.loss() : evaluation.lossSum();
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray logits, IActivation identity, INDArray mask) {
        float[] values = values(logits);
        int[] targets = labels.toIntVector();
        int examples = logits.rows();
        int classes = logits.columns();
        for (int row = 0; row < examples; row++) {
            int start = row * classes;
            double logSum = logSum(values, start, classes);
            for (int i = 0; i < classes; i++) {
                double target = i == targets[row] ? 1 : 0;
                values[start + i] = (float) ((Math.exp(values[start + i] - logSum) - target) / examples);
            }
        }
        return Nd4j.create(values, new long[] {examples, classes}, 'c');
    }

    @Override
    public INDArray computeScoreArray(INDArray labels, INDArray logits, IActivation identity, INDArray mask) {
        throw new UnsupportedOperationException("scores of single examples are not offered");
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray logits, IActivation identity, INDArray mask, boolean mean) {
        return new Pair<>(
                computeScore(labels, logits, identity, mask, mean), computeGradient(labels, logits, identity, mask));
    }

    @Override
    public String name() {
        return "cross-entropy";
    }

    private static float[] values(INDArray logits) {
        return logits.dup('c').data().asFloat();
    }

    private static double logSum(float[] values, int start, int count) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = start; i < start + count; i++) {
            largest = Math.max(largest, values[i]);
        }
        double sum = 0;
        for (int i = start; i < start + count; i++) {
            sum += Math.exp(values[i] - largest);
        }
        return largest + Math.log(sum);
    }
}
