package dev.earlyphase.weights.perturbation;

/** Magnitudes drawn anew, as at initialisation, under the signs of W_k: sign(W_k) x |sigma_l x N(0, 1)| (figure 4). */
final class MagnitudesRedrawn extends WeightRule {

    MagnitudesRedrawn() {
        super("magnitudes-redrawn");
    }

    @Override
    double weight(float weight, float initial, double deviation, double scale, Randomness draws) {
        return Signs.combined(weight, deviation * draws.normal());
    }
}
