package dev.earlyphase.core.network;

/** {@code max(0, x)}, element by element. */
public record Relu() implements Layer {
    @Override
    public ImageShape output(ImageShape input) {
        return input;
    }
}
