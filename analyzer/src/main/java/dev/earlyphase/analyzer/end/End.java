package dev.earlyphase.analyzer.end;

import java.util.ArrayList;
import java.util.List;

import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensors;
import dev.earlyphase.weights.statistics.Comparison;

/**
 * The end of training, which snapshots are compared with.
 *
 * @param survivors which of the weights the trial trained
 * @param masks that the weights would give
 */
record End(Tensors weights, Mask survivors, DrawnMasks masks) {
    static End of(Tensors weights, Mask survivors) {
        return new End(weights, survivors, DrawnMasks.from(weights, survivors));
    }

    /** How far the end is from a snapshot: each prunable tensor in the mask's order, then all of them pooled. */
    List<EndComparison> compare(Tensors snapshot) {
        var comparisons = new ArrayList<EndComparison>();
        for (String tensor : survivors.names()) {
            comparisons.add(new EndComparison(
                    tensor,
                    Comparison.of(
                            snapshot.get(tensor).values(), weights.get(tensor).values(), survivors.survivors(tensor))));
        }
        comparisons.add(new EndComparison(EndComparison.POOLED, Comparison.pooled(snapshot, weights, survivors)));
        return comparisons;
    }

    /**
     * How far the masks of a snapshot are from those of the one before and of the end, density by density.
     *
     * @param previous null for the first
     */
    List<MaskConvergence> converge(DrawnMasks snapshot, DrawnMasks previous) {
        return snapshot.byDensity().keySet().stream()
                .map(density -> new MaskConvergence(
                        density,
                        previous == null ? null : snapshot.distance(density, previous),
                        snapshot.distance(density, masks)))
                .toList();
    }
}
