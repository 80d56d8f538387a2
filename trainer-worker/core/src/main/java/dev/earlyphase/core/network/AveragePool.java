package dev.earlyphase.core.network;

/** The mean of each window; no padding, windows that do not fit are left out. */
public record AveragePool(int size, int stride) implements Layer {
    @Override
    public ImageShape output(ImageShape input) {
        return Windows.slide(input, size, stride, 0);
    }
}
