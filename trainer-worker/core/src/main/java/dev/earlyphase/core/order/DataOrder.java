package dev.earlyphase.core.order;

import java.util.Arrays;

import dev.earlyphase.core.random.Draws;
import dev.earlyphase.core.random.Purpose;

/**
 * The order in which training visits its examples: a new permutation each epoch, cut into batches, the last one perhaps
 * smaller. A batch is a function of (seed, examples, batch size, iteration) alone, so a run can resume anywhere. Safe for
 * several threads, which share the permutation of the latest epoch.
 */
public final class DataOrder {
    private final long seed;
    private final int examples;
    private final int batchSize;
    private volatile Epoch latest = new Epoch(-1, new int[0]);

    private record Epoch(int number, int[] permutation) {}

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
        int[] permutation = permutation(epoch(iteration));
        int from = iteration % iterationsPerEpoch() * batchSize;
        return Arrays.copyOfRange(permutation, from, Math.min(from + batchSize, examples));
    }

    /** Two threads that need a new one at once draw it twice: equal, and cheaper than to wait for each other. */
    private int[] permutation(int number) {
        Epoch epoch = latest;
        if (epoch.number() != number) {
            epoch = new Epoch(number, new Draws(seed, Purpose.DATA_ORDER, number).permutation(examples));
            latest = epoch;
        }
        return epoch.permutation();
    }
}
