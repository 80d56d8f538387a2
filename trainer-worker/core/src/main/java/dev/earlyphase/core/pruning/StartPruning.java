package dev.earlyphase.core.pruning;

import dev.earlyphase.core.gradient.Subject;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensors;
import dev.earlyphase.weights.pruning.Pruned;

/** A rule that picks the survivors before training. */
interface StartPruning {
    /** What requests call it, such as {@code snip}. */
    String rule();

    /**
     * Keeps exactly so many weights; a function of the state and the seed alone.
     *
     * @param state from which training would begin, nothing pruned
     * @param dense covers the prunable tensors
     */
    Pruned prune(Subject subject, Tensors state, Mask dense, long survivors);
}
