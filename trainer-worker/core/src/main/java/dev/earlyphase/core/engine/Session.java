package dev.earlyphase.core.engine;

import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensors;

/** One network being trained; confined to the thread that opened it. */
public interface Session extends AutoCloseable {
    /** Sets every parameter and running statistic, by name. */
    void restore(Tensors state);

    /** A copy of every parameter and running statistic, in the network's order. */
    Tensors state();

    /** Sets the momentum of the trainable parameters, by name; an empty collection sets zeros. */
    void restoreMomentum(Tensors momentum);

    /** A copy of the momentum of the trainable parameters, in the network's order. */
    Tensors momentum();

    /** From now on masks weight, gradient, weight decay and momentum: pruned weights are exactly zero. */
    void mask(Mask mask);

    /**
     * Forward and backward pass and one update by stochastic gradient descent.
     *
     * @return mean cross-entropy (nats) of the batch before the update
     */
    double step(Batch batch, Update update);

    /** Writes the trainable parameters, flattened in the network's order. */
    void readWeights(float[] into);

    /**
     * Writes the gradient of the last step's mean loss with respect to the trainable parameters, flattened in the
     * network's order: before weight decay, not masked.
     */
    void readGradient(float[] into);

    /** Scores a batch with running statistics; changes nothing. */
    Evaluation evaluate(Batch batch);

    @Override
    void close();
}
