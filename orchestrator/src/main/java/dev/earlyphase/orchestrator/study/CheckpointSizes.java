package dev.earlyphase.orchestrator.study;

import java.util.List;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.trial.MaskSource;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Networks;
import dev.earlyphase.core.network.Parameter;

/**
 * Bytes of a trial's objects in the store: the values as safetensors hold them, behind a header whose metadata is
 * estimated.
 *
 * @param weights of all parameters and running statistics, four bytes a value
 * @param momentum of what the optimizer changes, likewise; 0 where the training has none
 * @param mask of the prunable weights, a byte each; 0 for a dense trial
 */
record CheckpointSizes(long weights, long momentum, long mask) {
    private static final int FLOAT = 4;
    private static final int BYTE = 1;
    /** The header's length, and what the metadata says beside the names of the prunable tensors. */
    private static final int FIXED = 8 + 210;
    /** Type, offsets and punctuation of one tensor. */
    private static final int ENTRY = 60;

    private static final int ALIGNMENT = 8;

    static CheckpointSizes of(TrialSpec spec) {
        Network network = network(spec.network(), spec.dataset(), spec.mask());
        boolean dense = spec.mask() instanceof MaskSource.Dense;
        return new CheckpointSizes(
                file(network, network.parameters(), FLOAT),
                spec.training().momentum() > 0 ? file(network, network.trainable(), FLOAT) : 0,
                dense ? 0 : file(network, network.prunable(), BYTE));
    }

    /** Of a checkpoint; momentum is of no use at the end. */
    long at(int iteration, int end) {
        return iteration == end ? weights : weights + momentum;
    }

    private static Network network(NetworkName name, DataSetName dataset, MaskSource mask) {
        return mask.prunesOutputLayer()
                .map(pruned -> Networks.build(name, dataset, pruned))
                .orElseGet(() -> Networks.build(name, dataset));
    }

    private static long file(Network network, List<Parameter> tensors, int width) {
        long header = FIXED;
        for (Parameter prunable : network.prunable()) {
            header += prunable.name().length() + 1;
        }
        long values = 0;
        for (Parameter tensor : tensors) {
            header += ENTRY + tensor.name().length() + tensor.shape().toString().length();
            values += (long) width * tensor.elements();
        }
        return Math.ceilDiv(header, ALIGNMENT) * ALIGNMENT + values;
    }
}
