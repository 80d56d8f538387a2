package dev.earlyphase.core.network;

/** The largest value of each window, padding left out of account; windows that do not fit are left out. */
public record MaxPool(int size, int stride, int padding) implements Layer {
    /** Without padding. */
    public MaxPool(int size, int stride) {
        this(size, stride, 0);
    }

    @Override
    public ImageShape output(ImageShape input) {
        return Windows.slide(input, size, stride, padding);
    }
}
