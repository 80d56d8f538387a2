package dev.earlyphase.weights.perturbation;

/** Signs and magnitudes taken apart and put together: an exact zero counts as positive. */
final class Signs {

    private Signs() {}

    static boolean negative(float value) {
        return value < 0;
    }

    /** The magnitude of one number under the sign of another, sign(a) x |b|; never -0.0. */
    static float combined(float sign, double magnitude) {
        float size = (float) Math.abs(magnitude);
        return negative(sign) && size != 0 ? -size : size;
    }
}
