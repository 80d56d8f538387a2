package dev.earlyphase.core.network;

/** The mean of each channel: C×H×W becomes a vector of C values. */
public record GlobalAveragePool() implements Layer {
    @Override
    public ImageShape output(ImageShape input) {
        return ImageShape.vector(input.channels());
    }
}
