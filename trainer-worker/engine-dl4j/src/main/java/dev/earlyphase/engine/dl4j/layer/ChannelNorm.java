package dev.earlyphase.engine.dl4j.layer;

import java.nio.FloatBuffer;

import dev.earlyphase.core.network.BatchNorm;

/**
 * Batch norm of one channel: {@code y = gamma·(x - mean) / deviation + beta}, or {@code max(0, y)} where a ReLU follows.
 * Its loops go over arrays and keep a sum for each position, so that the compiler can vectorise them as they are written.
 *
 * @param scale gamma / deviation
 */
record ChannelNorm(float mean, double deviation, float scale, float beta, boolean rectified) {
    static ChannelNorm of(Moments moments, float gamma, float beta, boolean rectified) {
        double deviation = Math.sqrt(moments.variance() + BatchNorm.EPSILON);
        return new ChannelNorm((float) moments.mean(), deviation, (float) (gamma / deviation), beta, rectified);
    }

    /** Gradients of gamma and beta. */
    record Slopes(double gamma, double beta) {}

    void forward(Planes planes, FloatBuffer input, int channel, FloatBuffer output) {
        float[] x = new float[planes.positions()];
        for (int example = 0; example < planes.examples(); example++) {
            planes.read(input, example, channel, x);
            for (int i = 0; i < x.length; i++) {
                x[i] = (x[i] - mean) * scale + beta;
            }
            if (rectified) {
                for (int i = 0; i < x.length; i++) {
                    x[i] = Math.max(0, x[i]);
                }
            }
            planes.write(output, example, channel, x);
        }
    }

    /**
     * Of a batch that the channel was normalised by.
     *
     * @param outer gradient of the output
     * @param inner where the gradient of the input goes
     */
    Slopes backward(Planes planes, FloatBuffer input, FloatBuffer outer, int channel, FloatBuffer inner) {
        Slopes slopes = slopes(planes, input, outer, channel);
        float tilt = (float) (-scale * slopes.gamma() / deviation / planes.count());
        float offset = (float) (-scale * slopes.beta() / planes.count());
        float[] x = new float[planes.positions()];
        float[] delta = new float[planes.positions()];
        for (int example = 0; example < planes.examples(); example++) {
            planes.read(input, example, channel, x);
            planes.read(outer, example, channel, delta);
            cutOff(x, delta);
            for (int i = 0; i < x.length; i++) {
                delta[i] = delta[i] * scale + ((x[i] - mean) * tilt + offset);
            }
            planes.write(inner, example, channel, delta);
        }
        return slopes;
    }

    private Slopes slopes(Planes planes, FloatBuffer input, FloatBuffer outer, int channel) {
        float[] x = new float[planes.positions()];
        float[] delta = new float[planes.positions()];
        float[] sums = new float[planes.positions()];
        float[] products = new float[planes.positions()];
        for (int example = 0; example < planes.examples(); example++) {
            planes.read(input, example, channel, x);
            planes.read(outer, example, channel, delta);
            cutOff(x, delta);
            for (int i = 0; i < x.length; i++) {
                sums[i] += delta[i];
                products[i] += delta[i] * (x[i] - mean);
            }
        }
        return new Slopes(Planes.sum(products) / deviation, Planes.sum(sums));
    }

    /** Clears the gradient where the ReLU gave 0: the sign is 1 where it let the value through. */
    private void cutOff(float[] x, float[] delta) {
        if (rectified) {
            for (int i = 0; i < x.length; i++) {
                delta[i] *= Math.signum(Math.max(0, (x[i] - mean) * scale + beta));
            }
        }
    }
}
