package dev.earlyphase.core.probe;

import java.util.ArrayList;
import java.util.List;

import dev.earlyphase.core.network.BatchNorm;
import dev.earlyphase.core.network.Convolution;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Parameter;
import dev.earlyphase.weights.Shape;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

/**
 * A network with batch norm as it is evaluated: by its running statistics μ and σ², so that an example has a gradient of its
 * own. Each batch norm γ(x − μ)/s + β, s = √(σ² + ε), becomes a 1×1 convolution of the same name whose weight is the
 * diagonal matrix γ/s and whose bias is β − μγ/s.
 */
final class FrozenNorms {
    private final Network original;
    private final Tensors state;
    private final Network frozen;

    /** @param state of the network, running statistics included */
    FrozenNorms(Network original, Tensors state) {
        this.original = original;
        this.state = state;
        this.frozen = original.replacingNorms(
                norm -> List.of(new Convolution(norm.name(), norm.channels(), norm.channels(), 1, 1, 0, true)));
    }

    Network network() {
        return frozen;
    }

    /** The state of {@link #network()}. */
    Tensors state() {
        List<Tensor> tensors = new ArrayList<>();
        for (Parameter parameter : original.parameters()) {
            float[] values = state.get(parameter.name()).values();
            switch (parameter.kind()) {
                case WEIGHT, BIAS -> tensors.add(state.get(parameter.name()));
                case GAMMA -> tensors.add(diagonal(parameter, values));
                case BETA -> tensors.add(shift(parameter, values));
                case RUNNING_MEAN, RUNNING_VARIANCE -> {}
            }
        }
        return Tensors.of(tensors);
    }

    /** What a gradient of {@link #network()} is in the original's trainable parameters; both flattened in their order. */
    float[] gradient(float[] ofFrozen) {
        float[] gradient = new float[original.size()];
        int from = 0;
        int to = 0;
        for (Parameter parameter : original.trainable()) {
            int elements = parameter.elements();
            switch (parameter.kind()) {
                case WEIGHT, BIAS, BETA -> {
                    System.arraycopy(ofFrozen, from, gradient, to, elements);
                    from += elements;
                }
                case GAMMA -> {
                    int shifts = from + elements * elements;
                    for (int c = 0; c < elements; c++) {
                        double scale = ofFrozen[from + c * elements + c];
                        double shift = ofFrozen[shifts + c];
                        gradient[to + c] = (float) ((scale - mean(parameter)[c] * shift) / deviation(parameter, c));
                    }
                    from = shifts;
                }
                case RUNNING_MEAN, RUNNING_VARIANCE -> throw new IllegalStateException("not trainable: " + parameter);
            }
            to += elements;
        }
        return gradient;
    }

    private Tensor diagonal(Parameter gamma, float[] values) {
        int channels = values.length;
        float[] weight = new float[channels * channels];
        for (int c = 0; c < channels; c++) {
            weight[c * channels + c] = (float) (values[c] / deviation(gamma, c));
        }
        return new Tensor(gamma.name(), Shape.of(channels, channels, 1, 1), weight);
    }

    private Tensor shift(Parameter beta, float[] values) {
        float[] gamma = state.get(norm(beta) + ".weight").values();
        float[] bias = new float[values.length];
        for (int c = 0; c < bias.length; c++) {
            bias[c] = (float) (values[c] - mean(beta)[c] * gamma[c] / deviation(beta, c));
        }
        return new Tensor(beta.name(), beta.shape(), bias);
    }

    private float[] mean(Parameter ofNorm) {
        return state.get(norm(ofNorm) + ".running_mean").values();
    }

    private double deviation(Parameter ofNorm, int channel) {
        return Math.sqrt(state.get(norm(ofNorm) + ".running_var").values()[channel] + BatchNorm.EPSILON);
    }

    private static String norm(Parameter parameter) {
        return parameter.name().substring(0, parameter.name().lastIndexOf('.'));
    }
}
