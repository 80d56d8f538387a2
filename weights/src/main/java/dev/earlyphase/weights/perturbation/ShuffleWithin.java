package dev.earlyphase.weights.perturbation;

import java.util.stream.IntStream;

/** Survivors shuffled among those of the same scope, or among those of the same scope and sign (figure 5). */
final class ShuffleWithin extends LayerRule {

    private final Scope scope;
    private final boolean sameSign;

    ShuffleWithin(Scope scope, boolean sameSign) {
        super("shuffle-" + scope.label + (sameSign ? "-same-sign" : ""));
        this.scope = scope;
        this.sameSign = sameSign;
    }

    @Override
    float[] survivors(Layer layer, double scale, Randomness draws) {
        float[] values = layer.survivingWeights();
        int size = scope.size(layer);
        for (int from = 0, to; from < values.length; from = to) {
            to = end(layer.survivors(), from, size);
            shuffle(values, from, to, draws);
        }
        return values;
    }

    private void shuffle(float[] values, int from, int to, Randomness draws) {
        if (sameSign) {
            Shuffle.places(values, IntStream.range(from, to).filter(at -> !Signs.negative(values[at])), draws);
            Shuffle.places(values, IntStream.range(from, to).filter(at -> Signs.negative(values[at])), draws);
        } else {
            Shuffle.range(values, from, to, draws);
        }
    }

    /** The first place whose survivor lies in a later scope than the one at {@code from}. */
    private static int end(int[] survivors, int from, int size) {
        int scope = survivors[from] / size;
        int to = from + 1;
        while (to < survivors.length && survivors[to] / size == scope) {
            to++;
        }
        return to;
    }
}
