package dev.earlyphase.engine.dl4j;

import java.nio.FloatBuffer;

import dev.earlyphase.core.network.BatchNorm;

/**
 * Running mean and variance of a batch-norm layer in the flat vector.
 *
 * @param mean index of the first running mean
 * @param variance index of the first running variance
 * @param positions pixels of one channel of one example
 */
record RunningStatistics(int channels, int mean, int variance, int positions) {
    static RunningStatistics of(GraphDescription.Normalised normalised, FlatLayout layout) {
        BatchNorm norm = normalised.norm();
        return new RunningStatistics(
                norm.channels(),
                layout.start(norm.name() + ".running_mean"),
                layout.start(norm.name() + ".running_var"),
                normalised.positions());
    }

    /**
     * Takes in a batch as PyTorch does. Deeplearning4j leaves {@code momentum · (running - batch)} where gradients of the
     * statistics would be, with the biased variance; the unbiased one is n / (n - 1) times as large.
     */
    void update(FloatBuffer state, FloatBuffer gradient, int examples) {
        double count = (double) examples * positions;
        double unbiased = count / (count - 1);
        double kept = 1 - BatchNorm.MOMENTUM + BatchNorm.MOMENTUM * unbiased;
        for (int i = 0; i < channels; i++) {
            state.put(mean + i, state.get(mean + i) - gradient.get(mean + i));
            double next = kept * state.get(variance + i) - unbiased * gradient.get(variance + i);
            state.put(variance + i, (float) next);
        }
    }
}
