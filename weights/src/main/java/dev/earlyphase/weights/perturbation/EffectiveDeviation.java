package dev.earlyphase.weights.perturbation;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensors;

/**
 * How large a perturbation was, whatever its kind: the standard deviation of w' - w over the survivors, in units of the
 * weights and of the population, divided by their number (section 5, figure 7). 0 where nothing survives.
 */
public final class EffectiveDeviation {

    private EffectiveDeviation() {}

    /**
     * Over the survivors of all covered tensors together.
     *
     * @throws IllegalArgumentException where the mask covers a tensor that either lacks or holds in another shape
     */
    public static double of(Tensors before, Tensors after, Mask mask) {
        var changes = new Changes();
        mask.covered(before);
        mask.covered(after);
        for (String name : mask.names()) {
            changes.add(name, before, after, mask);
        }
        return changes.deviation();
    }

    /** For each covered tensor by itself, in the mask's order; fails as {@link #of} does. */
    public static Map<String, Double> perTensor(Tensors before, Tensors after, Mask mask) {
        mask.covered(before);
        mask.covered(after);
        var deviations = new LinkedHashMap<String, Double>();
        for (String name : mask.names()) {
            var changes = new Changes();
            changes.add(name, before, after, mask);
            deviations.put(name, changes.deviation());
        }
        return deviations;
    }

    /** Mean and summed squared deviation, kept current value by value (Welford 1962), so that they do not cancel. */
    private static final class Changes {

        private long count;
        private double mean;
        private double squares;

        void add(String name, Tensors before, Tensors after, Mask mask) {
            float[] from = before.get(name).values();
            float[] to = after.get(name).values();
            mask.survivors(name).stream().forEach(index -> add((double) to[index] - from[index]));
        }

        private void add(double change) {
            count++;
            double deviation = change - mean;
            mean += deviation / count;
            squares += deviation * (change - mean);
        }

        double deviation() {
            return count == 0 ? 0 : Math.sqrt(squares / count);
        }
    }
}
