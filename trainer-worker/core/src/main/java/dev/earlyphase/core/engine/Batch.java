package dev.earlyphase.core.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

import dev.earlyphase.core.network.ImageShape;

/**
 * Normalised images with their labels.
 *
 * @param images direct, native order, N×C×H×W from position 0; at least {@code size} images
 * @param labels at least {@code size} classes, from 0
 * @param size examples that count
 */
public record Batch(FloatBuffer images, int[] labels, int size) {
    public Batch {
        if (size < 1 || size > labels.length) {
            throw new IllegalArgumentException("a batch of %d with %d labels".formatted(size, labels.length));
        }
    }

    /** Room for the images of a batch: direct, native order. */
    public static FloatBuffer buffer(ImageShape shape, int size) {
        int bytes = Math.multiplyExact(Math.multiplyExact(size, shape.elements()), Float.BYTES);
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder()).asFloatBuffer();
    }
}
