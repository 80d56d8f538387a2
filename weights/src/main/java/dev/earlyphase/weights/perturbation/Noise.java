package dev.earlyphase.weights.perturbation;

/** Noise in units of the layer's initial standard deviation: W_k + scale x sigma_l x N(0, 1) (figure 6). */
final class Noise extends WeightRule {

    Noise() {
        super("noise");
    }

    @Override
    public boolean takesScale() {
        return true;
    }

    @Override
    double weight(float weight, float initial, double deviation, double scale, Randomness draws) {
        return weight + scale * deviation * draws.normal();
    }
}
