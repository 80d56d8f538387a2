package dev.earlyphase.core.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A network as a value.
 *
 * @param input shape of one image
 * @param classes length of the vector of logits that the last layer gives
 * @param spared names of the weights that pruning leaves alone although it could prune them
 */
public record Network(String name, ImageShape input, int classes, List<Layer> layers, Set<String> spared) {
    public Network {
        layers = List.copyOf(layers);
        spared = Set.copyOf(spared);
        ImageShape output = output(layers, input);
        if (!output.equals(ImageShape.vector(classes))) {
            throw new IllegalArgumentException("%s ends in %s, not in %d classes".formatted(name, output, classes));
        }
        Set<String> names = new HashSet<>();
        for (Layer layer : layers) {
            for (Parameter parameter : layer.parameters()) {
                if (!names.add(parameter.name())) {
                    throw new IllegalArgumentException("%s has two tensors %s".formatted(name, parameter.name()));
                }
            }
        }
        if (!names.containsAll(spared)) {
            throw new IllegalArgumentException("%s spares %s but has only %s".formatted(name, spared, names));
        }
    }

    /** A network whose every convolution and linear weight is prunable. */
    public Network(String name, ImageShape input, int classes, List<Layer> layers) {
        this(name, input, classes, layers, Set.of());
    }

    /** All tensors of the state, in PyTorch's state_dict order, without {@code num_batches_tracked}. */
    public List<Parameter> parameters() {
        return layers.stream()
                .flatMap(layer -> layer.parameters().stream())
                .map(parameter -> spared.contains(parameter.name()) ? parameter.spared() : parameter)
                .toList();
    }

    /** The tensors that the optimiser changes, in order. */
    public List<Parameter> trainable() {
        return parameters().stream().filter(Parameter::trainable).toList();
    }

    /** The tensors that pruning may thin out, in order. */
    public List<Parameter> prunable() {
        return parameters().stream().filter(Parameter::prunable).toList();
    }

    /** Names of the parameters of the layer that gives the logits. */
    public Set<String> head() {
        return layers.getLast().parameters().stream().map(Parameter::name).collect(Collectors.toSet());
    }

    /** The same network with something else in place of each batch norm, inside residuals too. */
    public Network replacingNorms(Function<BatchNorm, List<Layer>> replacement) {
        return new Network(name, input, classes, replacingNorms(layers, replacement), spared);
    }

    /** Count of trainable values: what papers call the number of parameters. */
    public int size() {
        return trainable().stream().mapToInt(Parameter::elements).sum();
    }

    /** Multiply-accumulates of the forward pass of one image, over convolutions and linear layers. */
    public long multiplications() {
        return multiplications(layers, input);
    }

    static ImageShape output(List<Layer> layers, ImageShape input) {
        ImageShape shape = input;
        for (Layer layer : layers) {
            shape = layer.output(shape);
        }
        return shape;
    }

    static long multiplications(List<Layer> layers, ImageShape input) {
        long sum = 0;
        ImageShape shape = input;
        for (Layer layer : layers) {
            sum += layer.multiplications(shape);
            shape = layer.output(shape);
        }
        return sum;
    }

    private static List<Layer> replacingNorms(List<Layer> layers, Function<BatchNorm, List<Layer>> replacement) {
        List<Layer> replaced = new ArrayList<>();
        for (Layer layer : layers) {
            switch (layer) {
                case BatchNorm norm -> replaced.addAll(replacement.apply(norm));
                case Residual residual ->
                    replaced.add(new Residual(
                            replacingNorms(residual.body(), replacement),
                            replacingNorms(residual.shortcut(), replacement)));
                case Convolution convolution -> replaced.add(convolution);
                case Linear linear -> replaced.add(linear);
                case Relu relu -> replaced.add(relu);
                case MaxPool pool -> replaced.add(pool);
                case AveragePool pool -> replaced.add(pool);
                case GlobalAveragePool pool -> replaced.add(pool);
                case Flatten flatten -> replaced.add(flatten);
            }
        }
        return replaced;
    }
}
