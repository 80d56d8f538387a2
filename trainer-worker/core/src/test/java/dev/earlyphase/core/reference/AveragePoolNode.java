package dev.earlyphase.core.reference;

import dev.earlyphase.core.network.ImageShape;

final class AveragePoolNode implements Node {
    private final ImageShape input;
    private final ImageShape output;
    private final int size;
    private final int stride;

    AveragePoolNode(ImageShape input, ImageShape output, int size, int stride) {
        this.input = input;
        this.output = output;
        this.size = size;
        this.stride = stride;
    }

    @Override
    public double[] forward(double[] x, int examples, boolean training) {
        double[] y = new double[examples * output.elements()];
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j < size * size; j++) {
                y[i] += x[source(i, j)] / (size * size);
            }
        }
        return y;
    }

    @Override
    public double[] backward(double[] dy) {
        double[] dx = new double[dy.length / output.elements() * input.elements()];
        for (int i = 0; i < dy.length; i++) {
            for (int j = 0; j < size * size; j++) {
                dx[source(i, j)] += dy[i] / (size * size);
            }
        }
        return dx;
    }

    /** Where the j-th value of the i-th window lies. */
    private int source(int i, int j) {
        int plane = i / (output.height() * output.width());
        int row = i / output.width() % output.height() * stride + j / size;
        int column = i % output.width() * stride + j % size;
        return (plane * input.height() + row) * input.width() + column;
    }
}
