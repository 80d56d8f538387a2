package dev.earlyphase.core.random;

import dev.earlyphase.weights.perturbation.Randomness;

/**
 * The random draws of one seed, purpose and epoch. Each item has a sequence of its own, which {@link #item} starts; equal
 * keys give equal draws on every machine. Confined to one thread.
 */
public final class Draws implements Randomness {
    private static final double UNIT_53 = 0x1.0p-53;
    private static final double UNIT_24 = 0x1.0p-24;

    private final long seed;
    private final int purpose;
    private final int epoch;
    private final int[] words = new int[Philox.WORDS];
    private int item;
    private int block;
    private int used;

    /** @param epoch the epoch, or what else groups the items, such as the number of a tensor */
    public Draws(long seed, Purpose purpose, int epoch) {
        this.seed = seed;
        this.purpose = purpose.code();
        this.epoch = epoch;
        item(0);
    }

    /** Starts the sequence of an item over. */
    public Draws item(int index) {
        item = index;
        block = 0;
        used = Philox.WORDS;
        return this;
    }

    /** 32 random bits. */
    public int bits() {
        if (used == Philox.WORDS) {
            Philox.block(seed, block++, item, epoch, purpose, words);
            used = 0;
        }
        return words[used++];
    }

    /** Uniform on [0, 1), a multiple of 2⁻⁵³. */
    public double uniform() {
        long high = bits() >>> 5;
        long low = bits() >>> 6;
        return (high << 26 | low) * UNIT_53;
    }

    /** Uniform on [0, 1), a multiple of 2⁻²⁴. */
    public float uniformFloat() {
        return (float) ((bits() >>> 8) * UNIT_24);
    }

    /** Uniform on [from, to). */
    public double between(double from, double to) {
        return from + (to - from) * uniform();
    }

    /** Uniform on 0 … bound − 1 without bias (Lemire 2019). */
    @Override
    public int below(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("a bound of %d leaves nothing to draw".formatted(bound));
        }
        long threshold = (1L << 32) % bound;
        long product;
        do {
            product = Integer.toUnsignedLong(bits()) * bound;
        } while ((product & 0xFFFFFFFFL) < threshold);
        return (int) (product >>> 32);
    }

    /** Standard normal by Box and Muller's cosine; StrictMath, so that every machine rounds alike. */
    @Override
    public double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    /** A uniformly random order of 0 … size − 1 (Fisher and Yates), drawn from the current item's sequence. */
    public int[] permutation(int size) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int j = below(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
