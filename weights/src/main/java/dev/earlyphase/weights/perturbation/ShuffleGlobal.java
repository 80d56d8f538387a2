package dev.earlyphase.weights.perturbation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

/**
 * The survivors of all layers shuffled among each other (figure 5). They are laid out by the names of their tensors, so
 * that the result does not depend on the order in which a mask or a state lists these.
 */
final class ShuffleGlobal implements PerturbationRule {

    @Override
    public String kind() {
        return "shuffle-global";
    }

    @Override
    public Tensors apply(SubNetwork state, double scale, Function<String, Randomness> randomness) {
        requireScale(scale);
        float[] survivors = survivors(state);
        Shuffle.range(survivors, 0, survivors.length, randomness.apply(ALL_TENSORS));
        Map<String, Tensor> shuffled = laidOut(survivors, state.mask());
        var perturbed = new ArrayList<Tensor>();
        for (Tensor tensor : state.weights()) {
            perturbed.add(shuffled.getOrDefault(tensor.name(), tensor));
        }
        return Tensors.of(perturbed);
    }

    private static float[] survivors(SubNetwork state) {
        var survivors = new float[Math.toIntExact(state.mask().survivors())];
        int count = 0;
        for (String name : new TreeSet<>(state.mask().names())) {
            float[] values = state.weights().get(name).values();
            for (int index : state.mask().survivors(name).stream().toArray()) {
                survivors[count++] = values[index] + 0.0f;
            }
        }
        return survivors;
    }

    private static Map<String, Tensor> laidOut(float[] survivors, Mask mask) {
        var tensors = new HashMap<String, Tensor>();
        int taken = 0;
        for (String name : new TreeSet<>(mask.names())) {
            var values = new float[mask.shape(name).elements()];
            for (int index : mask.survivors(name).stream().toArray()) {
                values[index] = survivors[taken++];
            }
            tensors.put(name, new Tensor(name, mask.shape(name), values));
        }
        return tensors;
    }
}
