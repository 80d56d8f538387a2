package dev.earlyphase.core.gradient;

import dev.earlyphase.core.spectrum.SymmetricOperator;
import dev.earlyphase.core.spectrum.Vectors;

/**
 * The Hessian H of the mean cross-entropy over some images at some weights w, in the surviving trainable parameters, by
 * central finite differences of gradients: Hv = (g(w + εv) − g(w − εv)) / 2ε.
 *
 * <p>The step ε|v| is a small part of |w|, or that part of 1 where w is zero. A long one goes through curvature of the
 * gradient and over kinks of ReLU, and shows a Hessian averaged over its length; a short one leaves little but the few kinks
 * that it happens to cross, and below about 10⁻⁶ the rounding of single precision. How far the two matter differs between
 * networks and moments: docs/measurements.md has numbers.
 */
public final class Hessian implements SymmetricOperator {
    /** Where measurements of a trained network depend least on the step. */
    public static final double USUAL_STEP = 1e-4;

    private final MeanGradient gradient;
    private final float[] at;
    private final double step;

    /** @param relativeStep |εv| as a part of |w| */
    public Hessian(MeanGradient gradient, double relativeStep) {
        this.gradient = gradient;
        this.at = gradient.weights().flat();
        double length = Vectors.norm(at);
        this.step = relativeStep * (length > 0 ? length : 1);
    }

    @Override
    public float[] times(float[] vector) {
        double epsilon = step / Vectors.norm(vector);
        float[] ahead = gradient.at(Vectors.sum(at, epsilon, vector));
        float[] behind = gradient.at(Vectors.sum(at, -epsilon, vector));
        return Vectors.scaled(Vectors.sum(ahead, -1, behind), 1 / (2 * epsilon));
    }
}
