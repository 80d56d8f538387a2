package dev.earlyphase.weights.perturbation;

/** Weights drawn anew, as at initialisation: sigma_l x N(0, 1). */
final class Redrawn extends WeightRule {

    Redrawn() {
        super("redrawn");
    }

    @Override
    double weight(float weight, float initial, double deviation, double scale, Randomness draws) {
        return deviation * draws.normal();
    }
}
