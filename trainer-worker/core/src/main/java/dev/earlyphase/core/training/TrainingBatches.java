package dev.earlyphase.core.training;

import java.nio.FloatBuffer;

import dev.earlyphase.core.augmentation.ImageWriter;
import dev.earlyphase.core.augmentation.Placement;
import dev.earlyphase.core.data.ImageSet;
import dev.earlyphase.core.data.Normalisation;
import dev.earlyphase.core.engine.Batch;
import dev.earlyphase.core.order.DataOrder;
import dev.earlyphase.core.random.Draws;
import dev.earlyphase.core.random.Purpose;

/**
 * The training batch of any iteration: a function of (images, seed, batch size, augmentation, iteration). Safe for
 * several threads, each with a buffer of its own.
 */
final class TrainingBatches {
    private final ImageSet images;
    private final ThreadLocal<ImageWriter> writers;
    private final DataOrder order;
    private final boolean augment;
    private final long seed;
    private final int batchSize;

    TrainingBatches(ImageSet images, Normalisation normalisation, long seed, int batchSize, boolean augment) {
        this.images = images;
        this.writers = ThreadLocal.withInitial(() -> new ImageWriter(images, normalisation));
        this.order = new DataOrder(seed, images.size(), batchSize);
        this.augment = augment;
        this.seed = seed;
        this.batchSize = batchSize;
    }

    /** Room for one batch. */
    FloatBuffer buffer() {
        return Batch.buffer(images.shape(), batchSize);
    }

    /** The batch of an iteration, its images written into a buffer. */
    Batch at(int iteration, FloatBuffer into) {
        int[] examples = order.batch(iteration);
        int[] labels = new int[examples.length];
        ImageWriter writer = writers.get();
        Draws draws = new Draws(seed, Purpose.AUGMENTATION, order.epoch(iteration));
        for (int i = 0; i < examples.length; i++) {
            Placement placement = augment ? Placement.draw(draws.item(examples[i])) : Placement.AS_IS;
            writer.write(examples[i], placement, into, i);
            labels[i] = images.labels()[examples[i]];
        }
        return new Batch(into, labels, examples.length);
    }
}
