package dev.earlyphase.weights.perturbation;

/** Magnitudes of W_0 under the signs of W_k: sign(W_k) x |W_0| (figure 4). */
final class MagnitudesOfInitialisation extends WeightRule {

    MagnitudesOfInitialisation() {
        super("magnitudes-of-initialisation");
    }

    @Override
    double weight(float weight, float initial, double deviation, double scale, Randomness draws) {
        return Signs.combined(weight, initial);
    }
}
