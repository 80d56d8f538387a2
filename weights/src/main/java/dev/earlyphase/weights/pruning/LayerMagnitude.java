package dev.earlyphase.weights.pruning;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Shape;
import dev.earlyphase.weights.Tensors;

/**
 * A threshold for each covered tensor, so that all keep the same density up to rounding.
 *
 * @param fraction of each tensor's survivors to remove, above 0 and below 1
 */
public record LayerMagnitude(double fraction) implements PruningRule {

    public LayerMagnitude {
        PruningRule.requireFraction(fraction);
    }

    @Override
    public Pruned prune(Tensors weights, Mask mask) {
        var survivors = new LinkedHashMap<String, BitSet>();
        var shapes = new LinkedHashMap<String, Shape>();
        double threshold = 0;
        long removed = 0;
        for (String name : mask.names()) {
            shapes.put(name, mask.shape(name));
            Mask layer = Mask.of(Map.of(name, mask.survivors(name)), Map.of(name, mask.shape(name)));
            Pruned pruned = new GlobalMagnitude(fraction).prune(weights, layer);
            survivors.put(name, pruned.mask().survivors(name));
            threshold = Math.max(threshold, pruned.threshold());
            removed += pruned.removed();
        }
        return new Pruned(Mask.of(survivors, shapes), threshold, removed);
    }
}
