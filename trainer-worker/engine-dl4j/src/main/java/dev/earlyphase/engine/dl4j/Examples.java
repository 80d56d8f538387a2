package dev.earlyphase.engine.dl4j;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

import dev.earlyphase.core.engine.Batch;
import dev.earlyphase.core.network.ImageShape;

/** Native memory that batches are copied into, the images of one after another. */
final class Examples implements AutoCloseable {
    private final INDArray images;
    private final HostView view;
    private final int capacity;
    private final int elements;

    /** @param vectors whether each image is handed on as a vector */
    Examples(int capacity, ImageShape shape, boolean vectors) {
        this.capacity = capacity;
        this.elements = shape.elements();
        this.images = vectors
                ? Nd4j.create(DataType.FLOAT, capacity, elements)
                : Nd4j.create(DataType.FLOAT, capacity, shape.channels(), shape.height(), shape.width());
        this.view = new HostView(images);
    }

    int capacity() {
        return capacity;
    }

    /** The images of a batch; valid until the next call. */
    INDArray images(Batch batch) {
        if (batch.size() > capacity) {
            throw new IllegalArgumentException(
                    "a batch of %d examples in a session opened for %d".formatted(batch.size(), capacity));
        }
        view.values().put(0, batch.images(), 0, batch.size() * elements);
        view.changed();
        return first(batch.size());
    }

    /** The first {@code count} images, whatever they are. */
    INDArray first(int count) {
        return count == capacity ? images : images.get(NDArrayIndex.interval(0, count));
    }

    @Override
    public void close() {
        images.close();
    }
}
