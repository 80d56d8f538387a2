package dev.earlyphase.core.pruning;

import dev.earlyphase.core.gradient.MeanGradient;
import dev.earlyphase.core.gradient.Subject;
import dev.earlyphase.core.spectrum.Vectors;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensors;
import dev.earlyphase.weights.pruning.Pruned;

/**
 * Keeps the weights w whose removal would change the loss most, to first order: those of highest |g·w| (Lee et al. 2019,
 * "SNIP: Single-shot Network Pruning based on Connection Sensitivity", equation 6).
 */
final class Snip implements StartPruning {
    @Override
    public String rule() {
        return "snip";
    }

    @Override
    public Pruned prune(Subject subject, Tensors state, Mask dense, long survivors) {
        return GradientScores.prune(subject, state, dense, survivors, Snip::scores);
    }

    private static float[] scores(MeanGradient gradient) {
        float[] scores = Vectors.product(gradient.weights().flat(), gradient.here());
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Math.abs(scores[i]);
        }
        return scores;
    }
}
