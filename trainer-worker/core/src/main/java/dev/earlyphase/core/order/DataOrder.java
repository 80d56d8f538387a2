package dev.earlyphase.core.order;

import java.util.Arrays;

import dev.earlyphase.core.random.Draws;
import dev.earlyphase.core.random.Purpose;

/**
 * The order in which training visits its examples: a new permutation each epoch, cut into batches, the last one perhaps
 * smaller. A batch is a function of (seed, examples, batch size, iteration) alone, so a run can resume anywhere.
 * Confined to one thread, for it keeps the latest permutation.
 */
public final class DataOrder {
    private final long seed;
    private final int examples;
    private final int batchSize;
    private int epochAtHand = -1;
    private int[] permutation;

    public DataOrder(long seed, int examples, int batchSize) {
        if (batchSize < 1 || batchSize > examples) {
            throw new IllegalArgumentException("a batch of %d out of %d examples".formatted(batchSize, examples));
        }
        this.seed = seed;
        this.examples = examples;
        this.batchSize = batchSize;
    }

    public int iterationsPerEpoch() {
        return Math.ceilDiv(examples, batchSize);
    }

    /** The epoch, from 0, that an iteration belongs to. */
    public int epoch(int iteration) {
        return iteration / iterationsPerEpoch();
    }

    /** The examples of the batch at an iteration, by index. */
    public int[] batch(int iteration) {
        int epoch = epoch(iteration);
        if (epoch != epochAtHand) {
            permutation = new Draws(seed, Purpose.DATA_ORDER, epoch).permutation(examples);
            epochAtHand = epoch;
        }
        int from = iteration % iterationsPerEpoch() * batchSize;
        return Arrays.copyOfRange(permutation, from, Math.min(from + batchSize, examples));
    }
}
