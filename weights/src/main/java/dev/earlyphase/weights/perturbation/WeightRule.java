package dev.earlyphase.weights.perturbation;

/** A rule that perturbs each weight by itself. */
abstract class WeightRule extends LayerRule {

    WeightRule(String kind) {
        super(kind);
    }

    /**
     * The new value of one survivor; called in ascending order of indices.
     *
     * @param weight of W_k
     * @param initial the same weight of W_0
     * @param deviation sigma_l of its layer
     */
    abstract double weight(float weight, float initial, double deviation, double scale, Randomness draws);

    @Override
    final float[] survivors(Layer layer, double scale, Randomness draws) {
        var values = new float[layer.survivors().length];
        for (int place = 0; place < values.length; place++) {
            int index = layer.survivors()[place];
            values[place] =
                    (float) weight(layer.weights()[index], layer.initial()[index], layer.deviation(), scale, draws);
        }
        return values;
    }
}
