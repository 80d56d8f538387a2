package dev.earlyphase.core.telemetry;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Parameter;
import dev.earlyphase.core.random.Draws;
import dev.earlyphase.core.random.Purpose;
import dev.earlyphase.weights.Mask;

/**
 * Ten single weights that telemetry follows (section 3 of the paper). A seed gives one endless sequence of places, of which
 * the first ten that hold a surviving prunable weight are followed; all survivors where there are fewer. So the trials of a
 * seed follow the same weights as far as these survive.
 *
 * @param names tensor and row-major index, such as {@code fc.weight[17]}, in the network's order
 * @param places in the flattened trainable parameters, in the same order
 */
public record TracedWeights(List<String> names, List<Integer> places) {
    private static final int COUNT = 10;

    public TracedWeights {
        names = List.copyOf(names);
        places = List.copyOf(places);
    }

    /** @param mask which weights survive; empty for all */
    public static TracedWeights of(Network network, Optional<Mask> mask, long seed) {
        BitSet chosen = chosen(survivors(network, mask), network.size(), seed);
        List<String> names = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        int from = 0;
        for (Parameter parameter : network.trainable()) {
            int end = from + parameter.elements();
            for (int place = chosen.nextSetBit(from); place >= 0 && place < end; place = chosen.nextSetBit(place + 1)) {
                names.add("%s[%d]".formatted(parameter.name(), place - from));
                places.add(place);
            }
            from = end;
        }
        return new TracedWeights(names, places);
    }

    /** Their values among the flattened weights; null for one that is not finite. */
    List<Double> values(float[] weights) {
        List<Double> values = new ArrayList<>(places.size());
        for (int place : places) {
            values.add(Finite.orNull(weights[place]));
        }
        return values;
    }

    private static BitSet survivors(Network network, Optional<Mask> mask) {
        BitSet survivors = new BitSet(network.size());
        int from = 0;
        for (Parameter parameter : network.trainable()) {
            if (parameter.prunable()) {
                int first = from;
                mask.ifPresentOrElse(
                        m -> m.survivors(parameter.name()).stream().forEach(i -> survivors.set(first + i)),
                        () -> survivors.set(first, first + parameter.elements()));
            }
            from += parameter.elements();
        }
        return survivors;
    }

    private static BitSet chosen(BitSet survivors, int size, long seed) {
        int count = Math.min(COUNT, survivors.cardinality());
        BitSet chosen = new BitSet(size);
        Draws draws = new Draws(seed, Purpose.TRACED_WEIGHTS, 0);
        for (int found = 0; found < count; ) {
            int place = draws.below(size);
            if (survivors.get(place) && !chosen.get(place)) {
                chosen.set(place);
                found++;
            }
        }
        return chosen;
    }
}
