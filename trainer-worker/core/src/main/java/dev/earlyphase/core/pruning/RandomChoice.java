package dev.earlyphase.core.pruning;

import dev.earlyphase.core.gradient.Subject;
import dev.earlyphase.core.random.Draws;
import dev.earlyphase.core.random.Purpose;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensors;
import dev.earlyphase.weights.pruning.Pruned;
import dev.earlyphase.weights.pruning.RandomMask;

/** Any weights, each choice alike, over all layers together: what the other rules must beat. */
final class RandomChoice implements StartPruning {
    @Override
    public String rule() {
        return "random";
    }

    @Override
    public Pruned prune(Subject subject, Tensors state, Mask dense, long survivors) {
        var draws = new Draws(subject.seed(), Purpose.PRUNING_CHOICE, 0);
        return new Pruned(RandomMask.of(dense, survivors, draws), 0, dense.size() - survivors);
    }
}
