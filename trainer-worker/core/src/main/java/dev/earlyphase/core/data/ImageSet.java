package dev.earlyphase.core.data;

import dev.earlyphase.core.network.ImageShape;

/**
 * Images of one shape with their classes, held once per process.
 *
 * @param classes how many classes there are; labels run from 0
 * @param pixels unsigned bytes, image after image, each C×H×W; shared, never written
 * @param labels one per image; shared, never written
 * @param size images that count, which may be fewer than the arrays hold
 */
public record ImageSet(ImageShape shape, int classes, byte[] pixels, byte[] labels, int size) {
    public ImageSet {
        if (size < 1 || size > labels.length) {
            throw new IllegalArgumentException("an image set of %d out of %d images".formatted(size, labels.length));
        }
        if (pixels.length != (long) labels.length * shape.elements()) {
            throw new IllegalArgumentException(
                    "%d images of %s with %d pixels".formatted(labels.length, shape, pixels.length));
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException(
                        "image %d has label %d, allowed are 0 to %d".formatted(i, labels[i] & 0xFF, classes - 1));
            }
        }
    }

    public ImageSet(ImageShape shape, int classes, byte[] pixels, byte[] labels) {
        this(shape, classes, pixels, labels, labels.length);
    }

    /** The first {@code count} images, sharing the arrays. */
    public ImageSet first(int count) {
        return new ImageSet(shape, classes, pixels, labels, count);
    }
}
