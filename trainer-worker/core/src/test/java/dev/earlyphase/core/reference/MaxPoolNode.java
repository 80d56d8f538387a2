package dev.earlyphase.core.reference;

import dev.earlyphase.core.network.ImageShape;
import dev.earlyphase.core.network.MaxPool;

final class MaxPoolNode implements Node {
    private final MaxPool layer;
    private final ImageShape input;
    private final ImageShape output;
    private int[] winners;
    private int inputs;

    MaxPoolNode(MaxPool layer, ImageShape input) {
        this.layer = layer;
        this.input = input;
        this.output = layer.output(input);
    }

    @Override
    public double[] forward(double[] x, int examples, boolean training) {
        inputs = x.length;
        winners = new int[examples * output.elements()];
        double[] y = new double[winners.length];
        for (int i = 0; i < y.length; i++) {
            winners[i] = winner(x, i);
            y[i] = x[winners[i]];
        }
        return y;
    }

    private int winner(double[] x, int i) {
        int plane = i / (output.height() * output.width());
        int top = i / output.width() % output.height() * layer.stride() - layer.padding();
        int left = i % output.width() * layer.stride() - layer.padding();
        int best = -1;
        for (int j = 0; j < layer.size() * layer.size(); j++) {
            int row = top + j / layer.size();
            int column = left + j % layer.size();
            if (row >= 0 && row < input.height() && column >= 0 && column < input.width()) {
                int candidate = (plane * input.height() + row) * input.width() + column;
                best = best < 0 || x[candidate] > x[best] ? candidate : best;
            }
        }
        return best;
    }

    @Override
    public double[] backward(double[] dy) {
        double[] dx = new double[inputs];
        for (int i = 0; i < dy.length; i++) {
            dx[winners[i]] += dy[i];
        }
        return dx;
    }
}
