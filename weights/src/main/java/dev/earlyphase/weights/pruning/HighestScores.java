package dev.earlyphase.weights.pruning;

import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensors;

/**
 * Pruning by a score for each weight, at one global threshold: weights of high score stay. So prune SNIP, GraSP (its
 * scores may be negative) and SynFlow at initialisation.
 */
public final class HighestScores {

    private HighestScores() {}

    /**
     * Keeps exactly so many of the mask's survivors. Among equal scores the one that stands first goes first, in the
     * tensor order of the mask and then row-major, as in {@link PruningRule}.
     *
     * @param scores one for each weight of the covered tensors, in their shapes; those of weights pruned before are
     *     ignored
     * @param survivors how many to keep, from 0 to all survivors of the mask
     * @return the mask, and as threshold the highest score that was removed
     * @throws IllegalArgumentException where a covered tensor is missing or has another shape, a survivor's score is NaN
     *     or the number of survivors is impossible
     */
    public static Pruned keep(Tensors scores, Mask mask, long survivors) {
        long before = mask.survivors();
        Counts.requireSurvivors(survivors, before);
        return new Ranking(RankedBy.SCORE, scores, mask).withoutLowest(before - survivors);
    }

    /**
     * How many of so many weights survive at a density: their product, computed in decimal and rounded half up.
     *
     * @param density survivors over weights, 0 to 1
     * @throws IllegalArgumentException for another density
     */
    public static long survivorsAt(double density, long size) {
        if (!(density >= 0 && density <= 1)) {
            throw new IllegalArgumentException("density is " + density + "; allowed: 0 to 1");
        }
        return Counts.part(density, size);
    }
}
