package dev.earlyphase.engine.dl4j;

import dev.earlyphase.core.engine.Update;

/** Stochastic gradient descent with momentum, in one pass over the vectors. */
final class Descent {
    private Descent() {}

    /** Applies {@code update} to weights and momentum in place. */
    static void apply(Update update, float[] gradient, float[] weights, float[] momentum) {
        float rate = (float) update.learningRate();
        float inertia = (float) update.momentum();
        float decay = (float) update.weightDecay();
        for (int i = 0; i < weights.length; i++) {
            float velocity = inertia * momentum[i] + (gradient[i] + decay * weights[i]);
            momentum[i] = velocity;
            weights[i] -= rate * velocity;
        }
    }

    /** The same where {@code survivors} holds 1; where it holds 0 weight and momentum, which must be zero, stay so. */
    static void apply(Update update, float[] gradient, float[] weights, float[] momentum, float[] survivors) {
        float rate = (float) update.learningRate();
        float inertia = (float) update.momentum();
        float decay = (float) update.weightDecay();
        for (int i = 0; i < weights.length; i++) {
            float velocity = (inertia * momentum[i] + (gradient[i] + decay * weights[i])) * survivors[i];
            momentum[i] = velocity;
            weights[i] -= rate * velocity;
        }
    }
}
