package dev.earlyphase.core.probe;

/**
 * How noisy a gradient is (McCandlish et al. 2018, "An Empirical Model of Large-Batch Training", appendix A.1).
 *
 * @param trace of the covariance Σ of the gradient of one example
 * @param gradientSquared |G|² of the gradient over all examples
 */
record NoiseScale(double trace, double gradientSquared) {
    /**
     * Unbiased estimates from what is expected of the gradient over a batch of B examples, E|G_B|² = |G|² + tr Σ / B, at
     * two sizes b &lt; B: |G|² = (B|G_B|² − b|G_b|²) / (B − b) and tr Σ = (|G_b|² − |G_B|²) / (1/b − 1/B).
     *
     * @param smallSquared |G_b|², the mean of one or more
     * @param largeSquared |G_B|², the mean of one or more
     */
    static NoiseScale estimate(long small, double smallSquared, long large, double largeSquared) {
        double gradientSquared = (large * largeSquared - small * smallSquared) / (large - small);
        double trace = (smallSquared - largeSquared) / (1.0 / small - 1.0 / large);
        return new NoiseScale(trace, gradientSquared);
    }

    /**
     * B_simple = tr Σ / |G|²: about the batch size beyond which larger batches help little. NaN where the estimate of |G|²
     * is not above zero: the noise drowns it.
     */
    double simple() {
        return gradientSquared > 0 ? trace / gradientSquared : Double.NaN;
    }
}
