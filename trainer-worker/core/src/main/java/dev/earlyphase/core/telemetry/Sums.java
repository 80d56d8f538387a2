package dev.earlyphase.core.telemetry;

import dev.earlyphase.contracts.event.TelemetryBatch.Scalars;

/**
 * Sums over surviving weights w, their gradients g and their initial values w0; those of several layers add up.
 *
 * @param weights Σ|w|
 * @param weightSquares Σw²
 * @param gradients Σ|g|
 * @param gradientSquares Σg²
 * @param initialSquares Σw0²
 * @param distanceSquares Σ(w − w0)²
 */
record Sums(
        long survivors,
        double weights,
        double weightSquares,
        double gradients,
        double gradientSquares,
        double initialSquares,
        double distanceSquares,
        long signsChanged) {
    static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0, 0, 0);

    Sums plus(Sums other) {
        return new Sums(
                survivors + other.survivors,
                weights + other.weights,
                weightSquares + other.weightSquares,
                gradients + other.gradients,
                gradientSquares + other.gradientSquares,
                initialSquares + other.initialSquares,
                distanceSquares + other.distanceSquares,
                signsChanged + other.signsChanged);
    }

    Scalars scalars() {
        return new Scalars(
                Finite.orNull(weights / survivors),
                Finite.orNull(gradients / survivors),
                Finite.orNull(Math.sqrt(gradientSquares)),
                survivors == 0 ? 0 : (double) signsChanged / survivors,
                Finite.orNull(Math.sqrt(distanceSquares)),
                Finite.orNull(cosine()));
    }

    /** By the law of cosines: 2 w·w0 = |w|² + |w0|² − |w − w0|². */
    private double cosine() {
        double product = (weightSquares + initialSquares - distanceSquares) / 2;
        return Math.clamp(product / (Math.sqrt(weightSquares) * Math.sqrt(initialSquares)), -1, 1);
    }
}
