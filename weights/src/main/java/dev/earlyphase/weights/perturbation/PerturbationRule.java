package dev.earlyphase.weights.perturbation;

import java.math.BigDecimal;
import java.util.function.Function;

import dev.earlyphase.weights.Tensors;

/**
 * One way to perturb a sub-network: it changes survivors of the mask only. Pruned weights come out as exactly 0, tensors
 * that the mask does not cover as they are. The sign of a weight is minus below zero and plus otherwise: an exact zero,
 * of either form, counts as positive, and no weight comes out as -0.0.
 */
public interface PerturbationRule {

    /** The key under which the draws over all tensors together are asked for. */
    String ALL_TENSORS = "*";

    /** What specs name the rule by, for example {@code shuffle-layer}. */
    String kind();

    /** Whether the rule has a strength; one that has none is given 0. */
    default boolean takesScale() {
        return false;
    }

    /**
     * The state with its survivors perturbed.
     *
     * @param scale the strength, above 0 and finite, for a rule that takes one; else 0
     * @param randomness a fresh sequence for each name of a tensor or {@link #ALL_TENSORS}, independent of the others
     *     and the same whenever asked, so that a tensor's result depends on no order
     * @throws IllegalArgumentException for a scale that the rule does not take
     */
    Tensors apply(SubNetwork state, double scale, Function<String, Randomness> randomness);

    /** The rule with its strength as figures name it, for example {@code noise 0.5}. */
    default String label(double scale) {
        requireScale(scale);
        return takesScale()
                ? kind() + " " + BigDecimal.valueOf(scale).stripTrailingZeros().toPlainString()
                : kind();
    }

    /** @throws IllegalArgumentException for a scale that the rule does not take */
    default void requireScale(double scale) {
        boolean allowed = takesScale() ? scale > 0 && scale < Double.POSITIVE_INFINITY : scale == 0;
        if (!allowed) {
            throw new IllegalArgumentException("the scale of '" + kind() + "' is " + scale + "; allowed: "
                    + (takesScale() ? "a finite number above 0" : "only 0, it takes none"));
        }
    }
}
