package dev.earlyphase.engine.torch;

import java.nio.FloatBuffer;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.MemoryFormat;

import dev.earlyphase.core.engine.Batch;
import dev.earlyphase.core.network.ImageShape;

/** Batches as tensors. */
final class Examples {
    private final int capacity;
    private final ImageShape shape;
    private final Target target;

    /** @param capacity the most examples that a batch may have */
    Examples(int capacity, ImageShape shape, Target target) {
        this.capacity = capacity;
        this.shape = shape;
        this.target = target;
    }

    /** N×C×H×W, channels last; valid as long as the batch's buffer. */
    Tensor images(Batch batch) {
        if (batch.size() > capacity) {
            throw new IllegalArgumentException(
                    "a batch of %d examples in a session opened for %d".formatted(batch.size(), capacity));
        }
        FloatBuffer values = batch.images().duplicate().position(0);
        Tensor images = torch.from_blob(
                new FloatPointer(values), batch.size(), shape.channels(), shape.height(), shape.width());
        return target.moved(images).contiguous(MemoryFormat.ChannelsLast);
    }

    /** The classes of a batch. */
    Tensor labels(Batch batch) {
        long[] classes = new long[batch.size()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = batch.labels()[i];
        }
        return target.moved(Tensor.create(classes));
    }
}
