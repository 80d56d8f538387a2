package dev.earlyphase.core.telemetry;

import dev.earlyphase.core.engine.Batch;
import dev.earlyphase.core.engine.Evaluation;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.engine.Update;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensors;

/** A session that has given weights and gradient and can do nothing else. */
record StillSession(float[] weights, float[] gradient) implements Session {
    @Override
    public void readWeights(float[] into) {
        System.arraycopy(weights, 0, into, 0, weights.length);
    }

    @Override
    public void readGradient(float[] into) {
        System.arraycopy(gradient, 0, into, 0, gradient.length);
    }

    @Override
    public void restore(Tensors state) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Tensors state() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void restoreMomentum(Tensors momentum) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Tensors momentum() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void mask(Mask mask) {
        throw new UnsupportedOperationException();
    }

    @Override
    public double step(Batch batch, Update update) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Evaluation evaluate(Batch batch) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
