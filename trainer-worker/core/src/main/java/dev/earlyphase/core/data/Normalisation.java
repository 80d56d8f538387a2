package dev.earlyphase.core.data;

import java.util.List;

/**
 * Makes a byte a network's input: {@code (byte / 255 − mean) / deviation}, channel by channel, in single precision as
 * PyTorch's transforms compute it.
 *
 * @param mean of each channel, on the scale 0 to 1
 * @param deviation of each channel, on the scale 0 to 1
 */
public record Normalisation(List<Float> mean, List<Float> deviation) {
    /** The authors' constants for CIFAR-10 (they are ImageNet's). */
    static final Normalisation CIFAR_10 =
            new Normalisation(List.of(0.485f, 0.456f, 0.406f), List.of(0.229f, 0.224f, 0.225f));

    static final Normalisation MNIST = new Normalisation(List.of(0.1307f), List.of(0.3081f));
    static final Normalisation FASHION_MNIST = new Normalisation(List.of(0.2860f), List.of(0.3530f));

    /** Mean and standard deviation of its training pixels. */
    static final Normalisation STROKES = new Normalisation(List.of(0.1378f), List.of(0.2399f));

    public Normalisation {
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
        if (mean.size() != deviation.size()) {
            throw new IllegalArgumentException("%d means but %d deviations".formatted(mean.size(), deviation.size()));
        }
    }

    /** The input for each of the 256 bytes in a channel; entry 0 is also what zero padding becomes. */
    public float[] table(int channel) {
        float[] table = new float[256];
        for (int value = 0; value < table.length; value++) {
            table[value] = (value / 255f - mean.get(channel)) / deviation.get(channel);
        }
        return table;
    }
}
