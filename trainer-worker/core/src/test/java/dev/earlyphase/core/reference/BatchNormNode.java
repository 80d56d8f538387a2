package dev.earlyphase.core.reference;

import dev.earlyphase.core.network.BatchNorm;
import dev.earlyphase.core.network.ImageShape;

final class BatchNormNode implements Node {
    private final BatchNorm layer;
    private final int plane;
    private final State state;
    private double[] normalised;
    private double[] inverseDeviation;

    BatchNormNode(BatchNorm layer, ImageShape input, State state) {
        this.layer = layer;
        this.plane = input.height() * input.width();
        this.state = state;
    }

    @Override
    public double[] forward(double[] x, int examples, boolean training) {
        double[] mean = new double[layer.channels()];
        double[] variance = new double[layer.channels()];
        if (training) {
            measure(x, mean, variance);
        } else {
            for (int c = 0; c < layer.channels(); c++) {
                mean[c] = value("running_mean")[c];
                variance[c] = value("running_var")[c];
            }
        }
        inverseDeviation = new double[layer.channels()];
        for (int c = 0; c < layer.channels(); c++) {
            inverseDeviation[c] = 1 / Math.sqrt(variance[c] + BatchNorm.EPSILON);
        }
        normalised = new double[x.length];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            int c = channel(i);
            normalised[i] = (x[i] - mean[c]) * inverseDeviation[c];
            y[i] = value("weight")[c] * normalised[i] + value("bias")[c];
        }
        return y;
    }

    private void measure(double[] x, double[] mean, double[] variance) {
        double count = (double) x.length / layer.channels();
        for (int i = 0; i < x.length; i++) {
            mean[channel(i)] += x[i] / count;
        }
        for (int i = 0; i < x.length; i++) {
            double difference = x[i] - mean[channel(i)];
            variance[channel(i)] += difference * difference / count;
        }
        for (int c = 0; c < layer.channels(); c++) {
            follow("running_mean", c, mean[c]);
            follow("running_var", c, variance[c] * count / (count - 1));
        }
    }

    private void follow(String statistic, int c, double batch) {
        float[] running = value(statistic);
        running[c] = (float) ((1 - BatchNorm.MOMENTUM) * running[c] + BatchNorm.MOMENTUM * batch);
    }

    @Override
    public double[] backward(double[] dy) {
        double count = (double) dy.length / layer.channels();
        double[] dBeta = new double[layer.channels()];
        double[] dGamma = new double[layer.channels()];
        for (int i = 0; i < dy.length; i++) {
            dBeta[channel(i)] += dy[i];
            dGamma[channel(i)] += dy[i] * normalised[i];
        }
        for (int c = 0; c < layer.channels(); c++) {
            state.gradients.get(layer.name() + ".bias")[c] += dBeta[c];
            state.gradients.get(layer.name() + ".weight")[c] += dGamma[c];
        }
        double[] dx = new double[dy.length];
        for (int i = 0; i < dy.length; i++) {
            int c = channel(i);
            dx[i] = value("weight")[c]
                    * inverseDeviation[c]
                    * (dy[i] - dBeta[c] / count - normalised[i] * dGamma[c] / count);
        }
        return dx;
    }

    private float[] value(String suffix) {
        return state.values.get(layer.name() + "." + suffix);
    }

    private int channel(int i) {
        return i / plane % layer.channels();
    }
}
