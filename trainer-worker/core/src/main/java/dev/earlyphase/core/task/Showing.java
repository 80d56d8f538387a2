package dev.earlyphase.core.task;

import dev.earlyphase.core.data.ImageSet;

/**
 * Under which label, and turned how far, an image is shown in an epoch. A function of the two numbers, so that a run can
 * resume anywhere; threads may share it.
 */
public interface Showing {
    /** The class, from 0. */
    int label(int epoch, int image);

    /** Quarter turns counter-clockwise, 0 to 3. */
    default int quarterTurns(int epoch, int image) {
        return 0;
    }

    /** Every image upright under the label that it has. */
    static Showing asIs(ImageSet images) {
        byte[] labels = images.labels();
        return (epoch, image) -> labels[image];
    }
}
