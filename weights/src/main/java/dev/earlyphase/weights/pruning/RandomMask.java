package dev.earlyphase.weights.pruning;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.TreeSet;

import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Shape;
import dev.earlyphase.weights.perturbation.Randomness;

/** Random pruning: what any score must beat. */
public final class RandomMask {

    private RandomMask() {}

    /**
     * Keeps exactly so many of the mask's survivors, each choice of them alike. Survivors are counted through by the
     * names of their tensors, so that the result does not depend on the order in which the mask lists these.
     *
     * @param survivors how many to keep, from 0 to all survivors of the mask, of which there are at most 2^31 - 1
     * @throws IllegalArgumentException where the number of survivors is impossible
     */
    public static Mask of(Mask mask, long survivors, Randomness draws) {
        Counts.requireSurvivors(survivors, mask.survivors());
        int before = Math.toIntExact(mask.survivors());
        BitSet chosen = RandomSubset.of(before, Math.toIntExact(survivors), draws);
        var kept = new HashMap<String, BitSet>();
        int counted = 0;
        for (String name : new TreeSet<>(mask.names())) {
            BitSet bits = mask.survivors(name);
            for (int i = bits.nextSetBit(0); i >= 0; i = bits.nextSetBit(i + 1)) {
                bits.set(i, chosen.get(counted++));
            }
            kept.put(name, bits);
        }
        var shapes = new LinkedHashMap<String, Shape>();
        mask.names().forEach(name -> shapes.put(name, mask.shape(name)));
        return Mask.of(kept, shapes);
    }
}
