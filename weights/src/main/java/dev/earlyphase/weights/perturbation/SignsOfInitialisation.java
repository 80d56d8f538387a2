package dev.earlyphase.weights.perturbation;

/** Magnitudes of W_k under the signs of W_0: sign(W_0) x |W_k| (figure 4). */
final class SignsOfInitialisation extends WeightRule {

    SignsOfInitialisation() {
        super("signs-of-initialisation");
    }

    @Override
    double weight(float weight, float initial, double deviation, double scale, Randomness draws) {
        return Signs.combined(initial, weight);
    }
}
