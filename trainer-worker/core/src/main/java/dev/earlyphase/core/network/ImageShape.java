package dev.earlyphase.core.network;

/** Shape of one example inside a network: channels × height × width. A plain vector is {@code features × 1 × 1}. */
public record ImageShape(int channels, int height, int width) {
    public ImageShape {
        if (channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "an image shape needs positive sizes, not %d×%d×%d".formatted(channels, height, width));
        }
    }

    /** A vector of {@code features} values. */
    public static ImageShape vector(int features) {
        return new ImageShape(features, 1, 1);
    }

    /** Values in one example. */
    public int elements() {
        return Math.multiplyExact(Math.multiplyExact(channels, height), width);
    }

    @Override
    public String toString() {
        return channels + "×" + height + "×" + width;
    }
}
