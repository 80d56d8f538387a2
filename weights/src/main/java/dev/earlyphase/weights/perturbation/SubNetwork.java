package dev.earlyphase.weights.perturbation;

import java.util.Map;

import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensors;

/**
 * A sub-network at iteration k, with what it was at initialisation.
 *
 * @param weights W_k: all tensors of the state; those that the mask does not cover are never perturbed
 * @param mask which weights survive; it covers the prunable tensors
 * @param initial W_0: at least the covered tensors, in the same shapes
 * @param initialDeviation sigma_l for each covered tensor: the standard deviation of the distribution it was drawn from
 *     at initialisation, in units of the weights; finite and at least 0
 */
public record SubNetwork(Tensors weights, Mask mask, Tensors initial, Map<String, Double> initialDeviation) {

    /** @throws IllegalArgumentException naming the covered tensor that is missing, has another shape or no sigma_l */
    public SubNetwork {
        initialDeviation = Map.copyOf(initialDeviation);
        mask.covered(weights);
        mask.covered(initial);
        for (String name : mask.names()) {
            Double deviation = initialDeviation.get(name);
            if (deviation == null || !(deviation >= 0 && deviation < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("the initial standard deviation of '" + name + "' is " + deviation
                        + "; allowed: a finite number of 0 or more");
            }
        }
    }
}
