package dev.earlyphase.weights.perturbation;

/** One sequence of random draws. For one thread. */
public interface Randomness {

    /** Uniform on 0 ... bound - 1; the bound is at least 1. */
    int below(int bound);

    /** Normal with mean 0 and standard deviation 1. */
    double normal();
}
