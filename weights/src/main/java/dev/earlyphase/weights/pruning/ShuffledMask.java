package dev.earlyphase.weights.pruning;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.function.Function;

import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Shape;
import dev.earlyphase.weights.perturbation.Randomness;

/**
 * Whether it matters which weights of a layer survive, or only how many: the sanity check of pruning at initialisation
 * (Frankle et al. 2021, "Pruning Neural Networks at Initialization: Why Are We Missing the Mark?", section 5).
 */
public final class ShuffledMask {

    private ShuffledMask() {}

    /**
     * As many survivors in each tensor as the mask has there, at uniformly random positions.
     *
     * @param randomness a sequence for each name of a tensor, independent of the others
     */
    public static Mask of(Mask mask, Function<String, Randomness> randomness) {
        var survivors = new LinkedHashMap<String, BitSet>();
        var shapes = new LinkedHashMap<String, Shape>();
        for (String name : mask.names()) {
            Shape shape = mask.shape(name);
            int count = mask.survivors(name).cardinality();
            survivors.put(name, RandomSubset.of(shape.elements(), count, randomness.apply(name)));
            shapes.put(name, shape);
        }
        return Mask.of(survivors, shapes);
    }
}
