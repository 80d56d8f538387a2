package dev.earlyphase.weights.perturbation;

import java.util.ArrayList;
import java.util.function.Function;

import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

/** A rule that perturbs each layer by itself, with the layer's own sequence of draws. */
abstract class LayerRule implements PerturbationRule {

    private final String kind;

    LayerRule(String kind) {
        this.kind = kind;
    }

    @Override
    public final String kind() {
        return kind;
    }

    @Override
    public final Tensors apply(SubNetwork state, double scale, Function<String, Randomness> randomness) {
        requireScale(scale);
        var perturbed = new ArrayList<Tensor>();
        for (Tensor tensor : state.weights()) {
            perturbed.add(state.mask().covers(tensor.name()) ? perturbed(tensor, state, scale, randomness) : tensor);
        }
        return Tensors.of(perturbed);
    }

    /** The new values of the survivors, in ascending order of their indices. */
    abstract float[] survivors(Layer layer, double scale, Randomness draws);

    private Tensor perturbed(Tensor tensor, SubNetwork state, double scale, Function<String, Randomness> randomness) {
        Layer layer = Layer.of(state, tensor.name());
        float[] survivors = survivors(layer, scale, randomness.apply(tensor.name()));
        var values = new float[tensor.values().length];
        for (int place = 0; place < survivors.length; place++) {
            // The sum of -0.0 and 0.0 is 0.0.
            values[layer.survivors()[place]] = survivors[place] + 0.0f;
        }
        return new Tensor(tensor.name(), tensor.shape(), values);
    }
}
