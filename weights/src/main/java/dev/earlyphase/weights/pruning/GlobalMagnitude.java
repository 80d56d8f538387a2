package dev.earlyphase.weights.pruning;

import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensors;

/**
 * One threshold for all covered tensors together.
 *
 * @param fraction of all survivors to remove, above 0 and below 1; the papers take 0.2
 */
public record GlobalMagnitude(double fraction) implements PruningRule {

    public GlobalMagnitude {
        PruningRule.requireFraction(fraction);
    }

    @Override
    public Pruned prune(Tensors weights, Mask mask) {
        return new Ranking(RankedBy.MAGNITUDE, weights, mask)
                .withoutLowest(PruningRule.removals(fraction, mask.survivors()));
    }
}
