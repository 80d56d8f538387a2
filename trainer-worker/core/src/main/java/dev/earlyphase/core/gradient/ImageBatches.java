package dev.earlyphase.core.gradient;

import java.nio.FloatBuffer;
import java.util.Iterator;
import java.util.stream.IntStream;

import dev.earlyphase.core.augmentation.ImageWriter;
import dev.earlyphase.core.augmentation.Placement;
import dev.earlyphase.core.data.ImageSet;
import dev.earlyphase.core.data.Normalisation;
import dev.earlyphase.core.engine.Batch;
import dev.earlyphase.core.engine.Evaluation;
import dev.earlyphase.core.engine.Session;

/**
 * Chosen images, normalised and not augmented, in batches of one size, the last one perhaps smaller. The images of a batch
 * stay until the next one is asked for. For one thread.
 */
public final class ImageBatches implements Iterable<Batch> {
    private final ImageSet images;
    private final ImageWriter writer;
    private final int[] examples;
    private final int batchSize;
    private final FloatBuffer buffer;

    /** @param examples numbers of images in their set, in order; one or more */
    public ImageBatches(ImageSet images, Normalisation normalisation, int[] examples, int batchSize) {
        this.images = images;
        this.writer = new ImageWriter(images, normalisation);
        this.examples = examples.clone();
        this.batchSize = Math.min(batchSize, examples.length);
        this.buffer = Batch.buffer(images.shape(), this.batchSize);
    }

    /** All images of a set, as they stand. */
    public static ImageBatches all(ImageSet images, Normalisation normalisation, int batchSize) {
        return new ImageBatches(
                images, normalisation, IntStream.range(0, images.size()).toArray(), batchSize);
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
            writer.write(examples[from + i], Placement.AS_IS, buffer, i);
            labels[i] = images.labels()[examples[from + i]];
        }
        return new Batch(buffer, labels, labels.length);
    }
}
