package dev.earlyphase.core.reference;

import dev.earlyphase.core.network.Convolution;
import dev.earlyphase.core.network.ImageShape;

final class ConvolutionNode implements Node {
    private final Convolution layer;
    private final ImageShape input;
    private final ImageShape output;
    private final State state;
    private double[] x;

    ConvolutionNode(Convolution layer, ImageShape input, State state) {
        this.layer = layer;
        this.input = input;
        this.output = layer.output(input);
        this.state = state;
    }

    /** One product of the sum: indices into output, input and weight. */
    @FunctionalInterface
    private interface Term {
        void at(int y, int x, int weight);
    }

    @Override
    public double[] forward(double[] in, int examples, boolean training) {
        x = in;
        float[] weight = state.values.get(layer.name() + ".weight");
        double[] y = new double[examples * output.elements()];
        if (layer.bias()) {
            float[] bias = state.values.get(layer.name() + ".bias");
            for (int i = 0; i < y.length; i++) {
                y[i] = bias[channel(i)];
            }
        }
        forEach(y.length, (i, j, k) -> y[i] += x[j] * weight[k]);
        return y;
    }

    @Override
    public double[] backward(double[] dy) {
        float[] weight = state.values.get(layer.name() + ".weight");
        double[] dWeight = state.gradients.get(layer.name() + ".weight");
        double[] dx = new double[x.length];
        if (layer.bias()) {
            double[] dBias = state.gradients.get(layer.name() + ".bias");
            for (int i = 0; i < dy.length; i++) {
                dBias[channel(i)] += dy[i];
            }
        }
        forEach(dy.length, (i, j, k) -> {
            dWeight[k] += dy[i] * x[j];
            dx[j] += dy[i] * weight[k];
        });
        return dx;
    }

    private int channel(int i) {
        return i / (output.height() * output.width()) % output.channels();
    }

    private void forEach(int outputs, Term term) {
        int kernel = layer.kernel();
        for (int i = 0; i < outputs; i++) {
            int n = i / output.elements();
            int top = i / output.width() % output.height() * layer.stride() - layer.padding();
            int left = i % output.width() * layer.stride() - layer.padding();
            for (int c = 0; c < layer.inputs(); c++) {
                for (int h = Math.max(0, -top); h < Math.min(kernel, input.height() - top); h++) {
                    for (int w = Math.max(0, -left); w < Math.min(kernel, input.width() - left); w++) {
                        term.at(
                                i,
                                ((n * layer.inputs() + c) * input.height() + top + h) * input.width() + left + w,
                                ((channel(i) * layer.inputs() + c) * kernel + h) * kernel + w);
                    }
                }
            }
        }
    }
}
