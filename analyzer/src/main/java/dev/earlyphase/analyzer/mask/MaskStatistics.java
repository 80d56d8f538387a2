package dev.earlyphase.analyzer.mask;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

import dev.earlyphase.weights.Mask;

/**
 * What a mask leaves of one tensor.
 *
 * @param tensor its name, or {@link #WHOLE}
 * @param size weights that pruning may take
 * @param survivors weights left
 * @param density survivors over size
 * @param collapsed nothing is left, so that no signal passes any more
 * @param hammingToParent weights that survive in just one of this mask and its parent
 * @param jaccardToParent 1 - survivors of both / survivors of either
 * @param multiplications of the tensor; null where the file does not say of what network the mask is
 */
record MaskStatistics(
        String tensor,
        long size,
        long survivors,
        double density,
        boolean collapsed,
        long hammingToParent,
        double jaccardToParent,
        Multiplications multiplications) {
    /** Stands for the whole mask. */
    static final String WHOLE = "*";

    /**
     * Of each tensor in the mask's order, then of the whole mask.
     *
     * @param parent the mask that was pruned further, of the same tensors
     * @param pass through the network of both; null where it is not known
     */
    static List<MaskStatistics> of(Mask mask, Mask parent, ForwardPass pass) {
        var statistics = new ArrayList<MaskStatistics>();
        for (String tensor : mask.names()) {
            statistics.add(between(tensor, only(tensor, mask), only(tensor, parent), pass));
        }
        statistics.add(between(WHOLE, mask, parent, pass));
        return statistics;
    }

    private static MaskStatistics between(String tensor, Mask mask, Mask parent, ForwardPass pass) {
        return new MaskStatistics(
                tensor,
                mask.size(),
                mask.survivors(),
                mask.density(),
                mask.size() > 0 && mask.survivors() == 0,
                mask.hammingDistance(parent),
                mask.jaccardDistance(parent),
                pass == null ? null : pass.through(mask));
    }

    private static Mask only(String tensor, Mask mask) {
        Map<String, BitSet> survivors = Map.of(tensor, mask.survivors(tensor));
        return Mask.of(survivors, Map.of(tensor, mask.shape(tensor)));
    }
}
