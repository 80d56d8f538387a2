package dev.earlyphase.core.network;

/** The image that is left when each square window of a padded image becomes one pixel. */
final class Windows {
    private Windows() {}

    static ImageShape slide(ImageShape input, int size, int stride, int padding) {
        return new ImageShape(
                input.channels(),
                Math.floorDiv(input.height() + 2 * padding - size, stride) + 1,
                Math.floorDiv(input.width() + 2 * padding - size, stride) + 1);
    }
}
