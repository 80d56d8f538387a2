package dev.earlyphase.weights.perturbation;

/** Within what the survivors of a layer change places. */
enum Scope {
    LAYER("layer"),
    FILTER("filter");

    /** As the kinds of rules spell it. */
    final String label;

    Scope(String label) {
        this.label = label;
    }

    /** How many weights, row-major, each scope of a layer holds; at least 1. */
    int size(Layer layer) {
        return switch (this) {
            case LAYER -> Math.max(1, layer.shape().elements());
            case FILTER -> layer.filterSize();
        };
    }
}
