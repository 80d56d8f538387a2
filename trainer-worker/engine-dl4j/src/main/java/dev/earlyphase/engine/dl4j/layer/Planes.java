package dev.earlyphase.engine.dl4j.layer;

import java.nio.FloatBuffer;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How a batch lies in memory: example after example, in each one plane after another for its channels.
 *
 * @param positions values of a plane
 */
record Planes(int examples, int channels, int positions) {
    static Planes of(INDArray batch) {
        int examples = Math.toIntExact(batch.size(0));
        int channels = Math.toIntExact(batch.size(1));
        return new Planes(examples, channels, Math.toIntExact(batch.length() / examples / channels));
    }

    /** Values of a channel in the batch. */
    double count() {
        return (double) examples * positions;
    }

    void read(FloatBuffer memory, int example, int channel, float[] plane) {
        memory.get(start(example, channel), plane, 0, positions);
    }

    void write(FloatBuffer memory, int example, int channel, float[] plane) {
        memory.put(start(example, channel), plane, 0, positions);
    }

    private int start(int example, int channel) {
        return (example * channels + channel) * positions;
    }

    static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }
}
