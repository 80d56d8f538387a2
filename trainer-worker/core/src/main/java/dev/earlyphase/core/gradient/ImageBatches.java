package dev.earlyphase.core.gradient;

import java.nio.FloatBuffer;
import java.util.Iterator;
import java.util.stream.IntStream;

import dev.earlyphase.core.augmentation.ImageWriter;
import dev.earlyphase.core.augmentation.Placement;
import dev.earlyphase.core.data.DataSet;
import dev.earlyphase.core.data.ImageSet;
import dev.earlyphase.core.data.Normalisation;
import dev.earlyphase.core.engine.Batch;
import dev.earlyphase.core.engine.Evaluation;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.task.Lesson;
import dev.earlyphase.core.task.Showing;

/**
 * Chosen images, normalised, not augmented and under the labels that the task shows in epoch 0, in batches of one size, the
 * last one perhaps smaller. The images of a batch stay until the next one is asked for. For one thread.
 */
public final class ImageBatches implements Iterable<Batch> {
    private final Showing showing;
    private final ImageWriter writer;
    private final int[] examples;
    private final int batchSize;
    private final FloatBuffer buffer;

    private ImageBatches(ImageSet images, Normalisation normalisation, Showing showing, int[] examples, int batchSize) {
        this.showing = showing;
        this.writer = new ImageWriter(images, normalisation);
        this.examples = examples.clone();
        this.batchSize = Math.min(batchSize, examples.length);
        this.buffer = Batch.buffer(images.shape(), this.batchSize);
    }

    /** @param examples numbers of training images, in order; one or more */
    public static ImageBatches training(Lesson lesson, int[] examples, int batchSize) {
        DataSet data = lesson.data();
        return new ImageBatches(data.training(), data.normalisation(), lesson.training(), examples, batchSize);
    }

    /** All test images. */
    public static ImageBatches test(Lesson lesson, int batchSize) {
        DataSet data = lesson.data();
        int[] all = IntStream.range(0, data.test().size()).toArray();
        return new ImageBatches(data.test(), data.normalisation(), lesson.test(), all, batchSize);
    }

    /** How many images. */
    public int size() {
        return examples.length;
    }

    /** Images in each batch but the last. */
    public int batchSize() {
        return batchSize;
    }

    @Override
    public Iterator<Batch> iterator() {
        return IntStream.iterate(0, from -> from < examples.length, from -> from + batchSize)
                .mapToObj(from -> batch(from, Math.min(from + batchSize, examples.length)))
                .iterator();
    }

    /** The score of all images with running statistics. */
    public Evaluation evaluate(Session session) {
        Evaluation sum = Evaluation.NONE;
        for (Batch batch : this) {
            sum = sum.plus(session.evaluate(batch));
        }
        return sum;
    }

    private Batch batch(int from, int to) {
        int[] labels = new int[to - from];
        for (int i = 0; i < labels.length; i++) {
            int image = examples[from + i];
            writer.write(image, Placement.AS_IS.turned(showing.quarterTurns(0, image)), buffer, i);
            labels[i] = showing.label(0, image);
        }
        return new Batch(buffer, labels, labels.length);
    }
}
