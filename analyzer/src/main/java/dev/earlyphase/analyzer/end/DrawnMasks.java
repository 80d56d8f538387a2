package dev.earlyphase.analyzer.end;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensors;
import dev.earlyphase.weights.pruning.GlobalMagnitude;

/**
 * The masks that global magnitude pruning would draw from weights, as in You et al. 2020, "Drawing Early-Bird Tickets".
 *
 * @param byDensity for each part of the survivors that is left, one of {@link #DENSITIES}, the mask
 */
record DrawnMasks(SequencedMap<Double, Mask> byDensity) {
    /** Parts of the survivors. */
    static final List<Double> DENSITIES = List.of(0.8, 0.5, 0.2, 0.1);

    /** @param survivors the mask that the weights were trained under */
    static DrawnMasks from(Tensors weights, Mask survivors) {
        var masks = new LinkedHashMap<Double, Mask>();
        for (double density : DENSITIES) {
            masks.put(
                    density,
                    new GlobalMagnitude(removed(density))
                            .prune(weights, survivors)
                            .mask());
        }
        return new DrawnMasks(masks);
    }

    /** How many weights survive in just one of the two masks of a density, as a share of all that are prunable. */
    double distance(double density, DrawnMasks other) {
        Mask mask = byDensity.get(density);
        return mask.size() == 0 ? 0 : (double) mask.hammingDistance(other.byDensity.get(density)) / mask.size();
    }

    /** In decimal, so that 0.8 leaves 0.2 and counts are exact. */
    private static double removed(double density) {
        return BigDecimal.ONE.subtract(BigDecimal.valueOf(density)).doubleValue();
    }
}
