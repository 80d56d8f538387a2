package dev.earlyphase.core.reference;

import java.util.ArrayList;
import java.util.List;

import dev.earlyphase.core.network.AveragePool;
import dev.earlyphase.core.network.BatchNorm;
import dev.earlyphase.core.network.Convolution;
import dev.earlyphase.core.network.Flatten;
import dev.earlyphase.core.network.GlobalAveragePool;
import dev.earlyphase.core.network.ImageShape;
import dev.earlyphase.core.network.Layer;
import dev.earlyphase.core.network.Linear;
import dev.earlyphase.core.network.MaxPool;
import dev.earlyphase.core.network.Relu;
import dev.earlyphase.core.network.Residual;

/** Builds what computes a chain of layers. */
final class Nodes {
    private Nodes() {}

    static Node chain(List<Layer> layers, ImageShape input, State state) {
        List<Node> nodes = new ArrayList<>();
        ImageShape shape = input;
        for (Layer layer : layers) {
            nodes.add(node(layer, shape, state));
            shape = layer.output(shape);
        }
        return new Chain(List.copyOf(nodes));
    }

    private static Node node(Layer layer, ImageShape input, State state) {
        return switch (layer) {
            case Convolution convolution -> new ConvolutionNode(convolution, input, state);
            case Linear linear -> new LinearNode(linear, state);
            case BatchNorm norm -> new BatchNormNode(norm, input, state);
            case Relu relu -> new ReluNode();
            case MaxPool pool -> new MaxPoolNode(pool, input);
            case AveragePool pool -> new AveragePoolNode(input, pool.output(input), pool.size(), pool.stride());
            case GlobalAveragePool pool -> {
                if (input.height() != input.width()) {
                    throw new IllegalArgumentException("only square images, not " + input);
                }
                yield new AveragePoolNode(input, pool.output(input), input.height(), 1);
            }
            case Flatten flatten -> new Chain(List.of());
            case Residual residual ->
                new ResidualNode(chain(residual.body(), input, state), chain(residual.shortcut(), input, state));
        };
    }

    /** One after another. */
    private record Chain(List<Node> nodes) implements Node {
        @Override
        public double[] forward(double[] x, int examples, boolean training) {
            double[] y = x;
            for (Node node : nodes) {
                y = node.forward(y, examples, training);
            }
            return y;
        }

        @Override
        public double[] backward(double[] dy) {
            double[] dx = dy;
            for (Node node : nodes.reversed()) {
                dx = node.backward(dx);
            }
            return dx;
        }
    }

    /** Two side by side, added. */
    private record ResidualNode(Node body, Node shortcut) implements Node {
        @Override
        public double[] forward(double[] x, int examples, boolean training) {
            return sum(body.forward(x, examples, training), shortcut.forward(x, examples, training));
        }

        @Override
        public double[] backward(double[] dy) {
            return sum(body.backward(dy), shortcut.backward(dy));
        }

        private static double[] sum(double[] a, double[] b) {
            double[] sum = new double[a.length];
            for (int i = 0; i < sum.length; i++) {
                sum[i] = a[i] + b[i];
            }
            return sum;
        }
    }
}
