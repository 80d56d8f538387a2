package dev.earlyphase.core.gradient;

import dev.earlyphase.weights.Tensors;

import static dev.earlyphase.core.gradient.Factorial.IMAGES;

/**
 * Closed forms of the mean cross-entropy of {@link Factorial#LINEAR} over all its images. Its parameters are two rows of
 * four weights and two biases.
 */
public final class LinearSoftmax {
    public static final int SIZE = 10;
    public static final int WEIGHTS = 8;

    private LinearSoftmax() {}

    /** Mean of (p_a − y_a) x_i. */
    public static double[] gradient(Tensors state) {
        double[] gradient = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            for (int image = 0; image < IMAGES; image++) {
                double answer = Factorial.label(image) == output(i) ? 1 : 0;
                gradient[i] += (probability(state, image, output(i)) - answer) * input(image, i) / IMAGES;
            }
        }
        return gradient;
    }

    /** Mean of (p_a δ_ab − p_a p_b) x_i x_j. */
    public static double[][] hessian(Tensors state) {
        double[][] hessian = new double[SIZE][SIZE];
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j < SIZE; j++) {
                for (int image = 0; image < IMAGES; image++) {
                    double a = probability(state, image, output(i));
                    double b = probability(state, image, output(j));
                    double variance = (output(i) == output(j) ? a : 0) - a * b;
                    hessian[i][j] += variance * input(image, i) * input(image, j) / IMAGES;
                }
            }
        }
        return hessian;
    }

    /** Of an output, given an image. */
    private static double probability(Tensors state, int image, int output) {
        return 1 / (1 + Math.exp(logit(state, image, 1 - output) - logit(state, image, output)));
    }

    private static double logit(Tensors state, int image, int output) {
        double logit = state.get("fc.bias").values()[output];
        for (int channel = 0; channel < 4; channel++) {
            logit += state.get("fc.weight").values()[4 * output + channel] * Factorial.value(image, channel);
        }
        return logit;
    }

    private static int output(int parameter) {
        return parameter < WEIGHTS ? parameter / 4 : parameter - WEIGHTS;
    }

    private static double input(int image, int parameter) {
        return parameter < WEIGHTS ? Factorial.value(image, parameter % 4) : 1;
    }
}
