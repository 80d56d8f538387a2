package dev.earlyphase.engine.dl4j.layer;

import java.nio.FloatBuffer;

/**
 * Mean and variance of a channel.
 *
 * @param variance the biased one
 */
record Moments(double mean, double variance) {
    /** Those of a batch, in one pass over it. */
    static Moments of(Planes planes, FloatBuffer batch, int channel) {
        float[] x = new float[planes.positions()];
        float[] sums = new float[planes.positions()];
        float[] squares = new float[planes.positions()];
        planes.read(batch, 0, channel, x);
        // Distances are taken from a value near the mean: their squares lose no digits when the mean is large.
        float near = (float) (Planes.sum(x) / x.length);
        for (int example = 0; example < planes.examples(); example++) {
            planes.read(batch, example, channel, x);
            for (int i = 0; i < x.length; i++) {
                float distance = x[i] - near;
                sums[i] += distance;
                squares[i] += distance * distance;
            }
        }
        double distance = Planes.sum(sums) / planes.count();
        double square = Planes.sum(squares) / planes.count();
        return new Moments(near + distance, Math.max(0, square - distance * distance));
    }
}
