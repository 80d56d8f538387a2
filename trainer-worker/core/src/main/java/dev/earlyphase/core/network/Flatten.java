package dev.earlyphase.core.network;

/** Turns C×H×W into one vector, row-major. */
public record Flatten() implements Layer {
    @Override
    public ImageShape output(ImageShape input) {
        return ImageShape.vector(input.elements());
    }
}
