package dev.earlyphase.engine.torch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Parameter;

/**
 * The tensors of a network. The trainable ones are views of one flat tensor, in the network's order, and so are their
 * gradients: reading, masking and updating them all is one operation each.
 */
final class State implements AutoCloseable {
    private final Target target;
    private final Map<Parameter, Tensor> tensors = new LinkedHashMap<>();
    private final Map<String, Tensor> named = new LinkedHashMap<>();
    private final Tensor weights;
    private final Tensor gradient;

    State(Network network, Target target) {
        this.target = target;
        this.weights = target.keptZeros(network.size());
        this.gradient = target.keptZeros(network.size());
        try (PointerScope scope = new PointerScope()) {
            int start = 0;
            for (Parameter parameter : network.parameters()) {
                add(parameter, start);
                start += parameter.trainable() ? parameter.elements() : 0;
            }
        }
    }

    /** By PyTorch's name. */
    Tensor get(String name) {
        return named.get(name);
    }

    /** All trainable values. */
    Tensor weights() {
        return weights;
    }

    /** Their gradient; a backward pass adds to it. */
    Tensor gradient() {
        return gradient;
    }

    void write(dev.earlyphase.weights.Tensors values) {
        try (PointerScope scope = new PointerScope();
                NoGradGuard noGradient = new NoGradGuard()) {
            tensors.forEach((parameter, tensor) -> tensor.copy_(target.moved(Values.of(values, parameter))));
        }
    }

    dev.earlyphase.weights.Tensors read() {
        try (PointerScope scope = new PointerScope()) {
            List<dev.earlyphase.weights.Tensor> read = tensors.entrySet().stream()
                    .map(entry -> Values.named(
                            entry.getKey(), target.fetched(entry.getValue().detach())))
                    .toList();
            return dev.earlyphase.weights.Tensors.of(read);
        }
    }

    @Override
    public void close() {
        tensors.values().forEach(Tensor::releaseReference);
        weights.releaseReference();
        gradient.releaseReference();
    }

    private void add(Parameter parameter, int start) {
        Tensor tensor =
                parameter.trainable() ? Target.kept(leaf(parameter, start)) : target.keptZeros(Values.shape(parameter));
        tensors.put(parameter, tensor);
        named.put(parameter.name(), tensor);
    }

    private Tensor leaf(Parameter parameter, int start) {
        long[] shape = Values.shape(parameter);
        Tensor leaf = weights.narrow(0, start, parameter.elements()).view(shape).detach();
        leaf.set_requires_grad(true);
        leaf.mutable_grad().put(gradient.narrow(0, start, parameter.elements()).view(shape));
        return leaf;
    }
}
