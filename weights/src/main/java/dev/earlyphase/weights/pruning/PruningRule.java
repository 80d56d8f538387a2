package dev.earlyphase.weights.pruning;

import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensors;

/**
 * How one round of pruning chooses what to remove. Lowest magnitude goes first; among equal magnitudes the one that
 * stands first, in the tensor order of the mask and then row-major.
 */
public sealed interface PruningRule permits GlobalMagnitude, LayerMagnitude {

    /** The part of the survivors that one round removes, above 0 and below 1. */
    double fraction();

    /**
     * Removes a fraction of the mask's survivors.
     *
     * @param weights must hold every tensor that the mask covers
     * @throws IllegalArgumentException where a covered tensor is missing, has another shape, or where a survivor is NaN
     */
    Pruned prune(Tensors weights, Mask mask);

    /**
     * How many of so many survivors one round removes: fraction times survivors, computed in decimal and rounded half
     * up, so that 0.2 of 270,896 are 54,179.
     */
    static long removals(double fraction, long survivors) {
        return Counts.part(fraction, survivors);
    }

    /** @throws IllegalArgumentException unless 0 &lt; fraction &lt; 1 */
    static void requireFraction(double fraction) {
        if (!(fraction > 0 && fraction < 1)) {
            throw new IllegalArgumentException("fraction is " + fraction + "; allowed: above 0 and below 1");
        }
    }
}
