package dev.earlyphase.core.network;

/** How many square windows fit into an image without padding. */
final class Windows {
    private Windows() {}

    static ImageShape slide(ImageShape input, int size, int stride) {
        return new ImageShape(
                input.channels(),
                Math.floorDiv(input.height() - size, stride) + 1,
                Math.floorDiv(input.width() - size, stride) + 1);
    }
}
