package dev.earlyphase.engine.torch;

import java.util.List;
import java.util.function.Function;

import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

import dev.earlyphase.contracts.trial.Precision;
import dev.earlyphase.core.network.AveragePool;
import dev.earlyphase.core.network.BatchNorm;
import dev.earlyphase.core.network.Convolution;
import dev.earlyphase.core.network.Flatten;
import dev.earlyphase.core.network.GlobalAveragePool;
import dev.earlyphase.core.network.Layer;
import dev.earlyphase.core.network.Linear;
import dev.earlyphase.core.network.MaxPool;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Relu;
import dev.earlyphase.core.network.Residual;

/** A network's forward pass as libtorch's operations; what it records, a backward pass follows. */
final class Forward {
    private static final TensorOptional NONE = new TensorOptional();
    private static final long[] UNDILATED = {1, 1};
    private static final long[] UNPADDED = {0, 0};
    private static final long[] SPATIAL = {2, 3};

    private final Network network;
    private final Function<String, Tensor> tensors;
    private final Precision precision;

    /** @param tensors of the network, by PyTorch's name */
    Forward(Network network, Function<String, Tensor> tensors, Precision precision) {
        this.network = network;
        this.tensors = tensors;
        this.precision = precision;
    }

    /**
     * @param images N×C×H×W
     * @param training whether batch norm normalises by the batch and follows it, or normalises by its running statistics
     * @return N×classes in single precision
     */
    Tensor logits(Tensor images, boolean training) {
        Tensor input = precision == Precision.BF16 ? images.to(ScalarType.BFloat16) : images;
        return single(apply(network.layers(), input, training));
    }

    private Tensor apply(List<Layer> layers, Tensor input, boolean training) {
        Tensor x = input;
        for (Layer layer : layers) {
            x = apply(layer, x, training);
        }
        return x;
    }

    private Tensor apply(Layer layer, Tensor x, boolean training) {
        return switch (layer) {
            case Convolution convolution -> convolve(convolution, x);
            case Linear linear -> multiply(linear, x);
            case BatchNorm norm -> normalise(norm, x, training);
            case Relu relu -> torch.relu(x);
            case MaxPool pool ->
                torch.max_pool2d(
                        x, square(pool.size()), square(pool.stride()), square(pool.padding()), UNDILATED, false);
            case AveragePool pool ->
                torch.avg_pool2d(
                        x, square(pool.size()), square(pool.stride()), UNPADDED, false, true, new LongOptional());
            case GlobalAveragePool pool -> x.mean(SPATIAL);
            case Flatten flatten -> torch.flatten(x, 1, -1);
            case Residual residual ->
                torch.add(apply(residual.body(), x, training), apply(residual.shortcut(), x, training));
        };
    }

    private Tensor convolve(Convolution layer, Tensor x) {
        Tensor y = torch.conv2d(
                rounded(x),
                rounded(tensors.apply(layer.name() + ".weight")),
                layer.bias() ? new TensorOptional(rounded(tensors.apply(layer.name() + ".bias"))) : NONE,
                square(layer.stride()),
                square(layer.padding()),
                UNDILATED,
                1);
        return stored(y);
    }

    private Tensor multiply(Linear layer, Tensor x) {
        var bias = new TensorOptional(rounded(tensors.apply(layer.name() + ".bias")));
        return stored(
                torch.linear(rounded(torch.flatten(x, 1, -1)), rounded(tensors.apply(layer.name() + ".weight")), bias));
    }

    private Tensor normalise(BatchNorm layer, Tensor x, boolean training) {
        return torch.batch_norm(
                x,
                new TensorOptional(tensors.apply(layer.name() + ".weight")),
                new TensorOptional(tensors.apply(layer.name() + ".bias")),
                new TensorOptional(tensors.apply(layer.name() + ".running_mean")),
                new TensorOptional(tensors.apply(layer.name() + ".running_var")),
                training,
                BatchNorm.MOMENTUM,
                BatchNorm.EPSILON,
                true);
    }

    /** As an operand of a convolution or a product. */
    private Tensor rounded(Tensor operand) {
        return switch (precision) {
            case FP32 -> operand;
            case BF16_COMPUTE, BF16 -> operand.to(ScalarType.BFloat16);
        };
    }

    /** As an activation between layers. */
    private Tensor stored(Tensor result) {
        return switch (precision) {
            case FP32, BF16 -> result;
            case BF16_COMPUTE -> single(result);
        };
    }

    private static Tensor single(Tensor tensor) {
        return tensor.to(ScalarType.Float);
    }

    private static long[] square(int size) {
        return new long[] {size, size};
    }
}
