package dev.earlyphase.core.training;

import java.nio.FloatBuffer;

import dev.earlyphase.core.augmentation.ImageWriter;
import dev.earlyphase.core.augmentation.Placement;
import dev.earlyphase.core.engine.Batch;
import dev.earlyphase.core.order.DataOrder;
import dev.earlyphase.core.random.Draws;
import dev.earlyphase.core.random.Purpose;
import dev.earlyphase.core.task.Lesson;
import dev.earlyphase.core.task.Showing;

/**
 * The training batch of any iteration: a function of (lesson, seed, batch size, augmentation, iteration). Safe for
 * several threads, each with a buffer of its own.
 */
final class TrainingBatches {
    private final Lesson lesson;
    private final ThreadLocal<ImageWriter> writers;
    private final DataOrder order;
    private final boolean augment;
    private final long seed;
    private final int batchSize;

    /** @param seed of data order and augmentation */
    TrainingBatches(Lesson lesson, long seed, int batchSize, boolean augment) {
        this.lesson = lesson;
        this.writers = ThreadLocal.withInitial(
                () -> new ImageWriter(lesson.data().training(), lesson.data().normalisation()));
        this.order = new DataOrder(seed, lesson.data().training().size(), batchSize);
        this.augment = augment;
        this.seed = seed;
        this.batchSize = batchSize;
    }

    /** Room for one batch. */
    FloatBuffer buffer() {
        return Batch.buffer(lesson.data().training().shape(), batchSize);
    }

    /** The batch of an iteration, its images written into a buffer. */
    Batch at(int iteration, FloatBuffer into) {
        int[] examples = order.batch(iteration);
        int[] labels = new int[examples.length];
        int epoch = order.epoch(iteration);
        ImageWriter writer = writers.get();
        Showing showing = lesson.training();
        Draws draws = new Draws(seed, Purpose.AUGMENTATION, epoch);
        for (int i = 0; i < examples.length; i++) {
            Placement placement = augment ? Placement.draw(draws.item(examples[i])) : Placement.AS_IS;
            writer.write(examples[i], placement.turned(showing.quarterTurns(epoch, examples[i])), into, i);
            labels[i] = showing.label(epoch, examples[i]);
        }
        return new Batch(into, labels, examples.length);
    }
}
