package dev.earlyphase.trainer.attempt;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Parameter;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Shape;

/**
 * A mask found in one network, made to fit another that differs in its classes. Where a prunable tensor has another shape
 * than the mask knows it by, or is unknown to the mask, all of its weights survive: the output layer of a network that
 * tells four angles apart is dense, whatever was pruned of one with ten classes.
 */
final class FittedMask {
    private FittedMask() {}

    static Mask of(Mask mask, Network network) {
        Map<String, BitSet> survivors = new LinkedHashMap<>();
        Map<String, Shape> shapes = new LinkedHashMap<>();
        for (String name : mask.names()) {
            survivors.put(name, mask.survivors(name));
            shapes.put(name, mask.shape(name));
        }
        for (Parameter parameter : network.prunable()) {
            if (!parameter.shape().equals(shapes.get(parameter.name()))) {
                BitSet all = new BitSet();
                all.set(0, parameter.elements());
                survivors.put(parameter.name(), all);
                shapes.put(parameter.name(), parameter.shape());
            }
        }
        return Mask.of(survivors, shapes);
    }
}
