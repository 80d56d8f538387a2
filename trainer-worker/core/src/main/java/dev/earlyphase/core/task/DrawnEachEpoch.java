package dev.earlyphase.core.task;

import java.util.function.IntFunction;

/** Labels drawn for all images at once, anew each epoch; the latest epoch's are kept. */
final class DrawnEachEpoch implements Showing {
    private final IntFunction<byte[]> labelsOfEpoch;
    private volatile Epoch latest = new Epoch(-1, new byte[0]);

    private record Epoch(int number, byte[] labels) {}

    DrawnEachEpoch(IntFunction<byte[]> labelsOfEpoch) {
        this.labelsOfEpoch = labelsOfEpoch;
    }

    /** Two threads that need a new epoch at once draw it twice: equal, and cheaper than to wait for each other. */
    @Override
    public int label(int epoch, int image) {
        Epoch drawn = latest;
        if (drawn.number() != epoch) {
            drawn = new Epoch(epoch, labelsOfEpoch.apply(epoch));
            latest = drawn;
        }
        return drawn.labels()[image];
    }
}
