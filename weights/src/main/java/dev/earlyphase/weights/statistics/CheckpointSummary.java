package dev.earlyphase.weights.statistics;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

/**
 * All statistics of a checkpoint, for which each tensor is gathered and sorted just once. The pooled numbers are those of
 * {@link Distribution#pooled} and {@link Comparison#pooled}, up to the rounding of sums in another order.
 *
 * @param tensors every tensor of the checkpoint in its order; those that the mask does not cover are whole
 * @param pooled the covered tensors together
 */
public record CheckpointSummary(List<TensorSummary> tensors, TensorSummary pooled) {

    public CheckpointSummary {
        tensors = List.copyOf(tensors);
    }

    /**
     * @param start the weights at the trial's begin
     * @param initial the weights at moment 0
     * @throws IllegalArgumentException where the four do not fit together
     * @throws NoSuchElementException where start or initial lacks a tensor
     */
    public static CheckpointSummary of(Tensors weights, Mask mask, Tensors start, Tensors initial) {
        mask.covered(weights);
        var pool = new Pool();
        var tensors = new ArrayList<TensorSummary>();
        for (Tensor tensor : weights) {
            tensors.add(
                    mask.covers(tensor.name())
                            ? pool.covered(tensor, mask.survivors(tensor.name()), start, initial)
                            : whole(tensor, start, initial));
        }
        return new CheckpointSummary(tensors, pool.summary());
    }

    private static TensorSummary whole(Tensor tensor, Tensors start, Tensors initial) {
        Sample sample = Sample.of(tensor.values());
        Distribution distribution = Distribution.of(sample);
        return new TensorSummary(
                tensor.name(),
                false,
                distribution,
                change(tensor, null, start).comparison(),
                change(tensor, null, initial).comparison(),
                GaussianFit.of(sample, distribution),
                Optional.empty());
    }

    private static Change change(Tensor tensor, BitSet survivors, Tensors earlier) {
        return Change.between(tensor.values(), earlier.get(tensor.name()).values(), survivors);
    }

    /** What covered tensors leave behind for the pooled numbers. */
    private static final class Pool {

        private final List<Sample> samples = new ArrayList<>();
        private final Change sinceStart = new Change();
        private final Change sinceInitial = new Change();

        TensorSummary covered(Tensor tensor, BitSet survivors, Tensors start, Tensors initial) {
            Sample sample = Sample.of(Survivors.of(tensor.values(), survivors));
            Distribution distribution = Distribution.of(sample);
            Change tensorStart = change(tensor, survivors, start);
            Change tensorInitial = change(tensor, survivors, initial);
            samples.add(sample);
            sinceStart.add(tensorStart);
            sinceInitial.add(tensorInitial);
            return new TensorSummary(
                    tensor.name(),
                    true,
                    distribution,
                    tensorStart.comparison(),
                    tensorInitial.comparison(),
                    GaussianFit.of(sample, distribution),
                    tensor.shape().rank() < 2
                            ? Optional.empty()
                            : Optional.of(FilterCorrelation.of(tensor, survivors)));
        }

        TensorSummary summary() {
            Sample sample = Sample.together(samples);
            Distribution distribution = Distribution.of(sample);
            return new TensorSummary(
                    TensorSummary.POOLED,
                    true,
                    distribution,
                    sinceStart.comparison(),
                    sinceInitial.comparison(),
                    GaussianFit.of(sample, distribution),
                    Optional.empty());
        }
    }
}
