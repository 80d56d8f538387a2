package dev.earlyphase.core.spectrum;

/** Sums over long vectors of floats, in double precision. */
public final class Vectors {
    private Vectors() {}

    public static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }

    /** Σv². */
    public static double squares(float[] vector) {
        return dot(vector, vector);
    }

    /** The Euclidean norm. */
    public static double norm(float[] vector) {
        return Math.sqrt(squares(vector));
    }

    /** {@code base + factor·direction} as a new array. */
    public static float[] sum(float[] base, double factor, float[] direction) {
        float[] sum = new float[base.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (float) (base[i] + factor * direction[i]);
        }
        return sum;
    }

    /** {@code factor·vector} as a new array. */
    public static float[] scaled(float[] vector, double factor) {
        float[] scaled = new float[vector.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (factor * vector[i]);
        }
        return scaled;
    }

    /** {@code one ⊙ other} as a new array. */
    public static float[] product(float[] one, float[] other) {
        float[] product = new float[one.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = one[i] * other[i];
        }
        return product;
    }
}
