package dev.earlyphase.core.reference;

import dev.earlyphase.core.network.Linear;

final class LinearNode implements Node {
    private final Linear layer;
    private final State state;
    private double[] x;

    LinearNode(Linear layer, State state) {
        this.layer = layer;
        this.state = state;
    }

    @Override
    public double[] forward(double[] input, int examples, boolean training) {
        x = input;
        float[] weight = state.values.get(layer.name() + ".weight");
        float[] bias = state.values.get(layer.name() + ".bias");
        double[] y = new double[examples * layer.outputs()];
        for (int n = 0; n < examples; n++) {
            for (int o = 0; o < layer.outputs(); o++) {
                double sum = bias[o];
                for (int i = 0; i < layer.inputs(); i++) {
                    sum += weight[o * layer.inputs() + i] * x[n * layer.inputs() + i];
                }
                y[n * layer.outputs() + o] = sum;
            }
        }
        return y;
    }

    @Override
    public double[] backward(double[] dy) {
        float[] weight = state.values.get(layer.name() + ".weight");
        double[] dWeight = state.gradients.get(layer.name() + ".weight");
        double[] dBias = state.gradients.get(layer.name() + ".bias");
        double[] dx = new double[x.length];
        for (int j = 0; j < dy.length; j++) {
            int n = j / layer.outputs();
            int o = j % layer.outputs();
            dBias[o] += dy[j];
            for (int i = 0; i < layer.inputs(); i++) {
                dWeight[o * layer.inputs() + i] += dy[j] * x[n * layer.inputs() + i];
                dx[n * layer.inputs() + i] += dy[j] * weight[o * layer.inputs() + i];
            }
        }
        return dx;
    }
}
