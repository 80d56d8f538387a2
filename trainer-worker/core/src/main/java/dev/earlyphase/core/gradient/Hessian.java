package dev.earlyphase.core.gradient;

import dev.earlyphase.core.spectrum.SymmetricOperator;
import dev.earlyphase.core.spectrum.Vectors;

/**
 * The Hessian H of the mean cross-entropy over some images at some weights w, in the surviving trainable parameters, by
 * central finite differences of gradients: Hv = (g(w + εv) − g(w − εv)) / 2ε.
 *
 * <p>The step ε|v| is a thousandth of |w| (a thousandth where w is zero). Single precision leaves an error of about
 * 10⁻⁷|g| in a gradient, which the difference divides by 2ε; the curvature of the gradient adds one that grows with ε².
 * A thousandth keeps both some orders of magnitude below the large eigenvalues of the networks on offer; kinks of ReLU
 * that lie within the step are averaged over.
 */
public final class Hessian implements SymmetricOperator {
    private static final double RELATIVE_STEP = 1e-3;

    private final MeanGradient gradient;
    private final float[] at;
    private final double step;

    public Hessian(MeanGradient gradient) {
        this.gradient = gradient;
        this.at = gradient.weights().flat();
        double length = Vectors.norm(at);
        this.step = RELATIVE_STEP * (length > 0 ? length : 1);
    }

    @Override
    public float[] times(float[] vector) {
        double epsilon = step / Vectors.norm(vector);
        float[] ahead = gradient.at(Vectors.sum(at, epsilon, vector));
        float[] behind = gradient.at(Vectors.sum(at, -epsilon, vector));
        return Vectors.scaled(Vectors.sum(ahead, -1, behind), 1 / (2 * epsilon));
    }
}
