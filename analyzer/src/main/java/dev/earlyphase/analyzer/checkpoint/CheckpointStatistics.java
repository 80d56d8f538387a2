package dev.earlyphase.analyzer.checkpoint;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;
import dev.earlyphase.weights.statistics.Comparison;
import dev.earlyphase.weights.statistics.Distribution;

/** From weights to statistics; every tensor of the checkpoint in its order, then those of the mask pooled. */
final class CheckpointStatistics {
    private CheckpointStatistics() {}

    /**
     * @param mask covers the prunable tensors; the others are whole, and not pooled
     * @param start the weights at the trial's begin
     * @param initial the weights at moment 0
     * @throws RuntimeException naming the tensor where the four do not fit together
     */
    static List<TensorStatistics> of(Tensors weights, Mask mask, Tensors start, Tensors initial) {
        var statistics = new ArrayList<TensorStatistics>();
        for (Tensor tensor : weights) {
            statistics.add(ofTensor(tensor, mask, start, initial));
        }
        statistics.add(new TensorStatistics(
                TensorStatistics.POOLED,
                true,
                Distribution.pooled(weights, mask),
                Comparison.pooled(weights, start, mask),
                Comparison.pooled(weights, initial, mask)));
        return statistics;
    }

    private static TensorStatistics ofTensor(Tensor tensor, Mask mask, Tensors start, Tensors initial) {
        String name = tensor.name();
        BitSet survivors = mask.covers(name) ? mask.survivors(name) : null;
        return new TensorStatistics(
                name,
                mask.covers(name),
                Distribution.of(tensor.values(), survivors),
                Comparison.of(tensor.values(), start.get(name).values(), survivors),
                Comparison.of(tensor.values(), initial.get(name).values(), survivors));
    }
}
