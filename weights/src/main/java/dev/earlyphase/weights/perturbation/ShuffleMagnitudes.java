package dev.earlyphase.weights.perturbation;

/** Magnitudes of W_k, shuffled within the layer, under the signs of W_0 (figure 5). */
final class ShuffleMagnitudes extends LayerRule {

    ShuffleMagnitudes() {
        super("shuffle-magnitudes-signs-of-initialisation");
    }

    @Override
    float[] survivors(Layer layer, double scale, Randomness draws) {
        float[] values = layer.survivingWeights();
        Shuffle.range(values, 0, values.length, draws);
        for (int place = 0; place < values.length; place++) {
            values[place] = Signs.combined(layer.initial()[layer.survivors()[place]], values[place]);
        }
        return values;
    }
}
