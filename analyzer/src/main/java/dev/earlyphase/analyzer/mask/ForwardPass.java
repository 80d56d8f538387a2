package dev.earlyphase.analyzer.mask;

import java.util.Map;
import java.util.Optional;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.core.network.Networks;
import dev.earlyphase.core.network.WeightUses;
import dev.earlyphase.weights.Mask;

/**
 * The forward pass of one image through the network that a mask is of.
 *
 * @param uses by the name of a tensor, in how many multiplications each single weight takes part
 */
record ForwardPass(Map<String, Long> uses) {
    private static final String NETWORK = "network";
    private static final String DATASET = "dataset";

    /**
     * As the metadata of a mask's file name the network and, for the size of its images, the data set; empty where they
     * do not, as those of older workers.
     */
    static Optional<ForwardPass> of(Map<String, String> metadata) {
        return metadata.containsKey(NETWORK) && metadata.containsKey(DATASET)
                ? Optional.of(of(NetworkName.of(metadata.get(NETWORK)), DataSetName.of(metadata.get(DATASET))))
                : Optional.empty();
    }

    private static ForwardPass of(NetworkName network, DataSetName dataset) {
        return new ForwardPass(WeightUses.of(Networks.build(network, dataset)));
    }

    /**
     * What the tensors of a mask multiply.
     *
     * @throws RuntimeException where the network has no such tensor
     */
    Multiplications through(Mask mask) {
        long all = 0;
        long left = 0;
        for (String tensor : mask.names()) {
            long each = Check.given(uses.get(tensor), "tensor " + tensor, "one of " + uses.keySet());
            all += each * mask.shape(tensor).elements();
            left += each * mask.survivors(tensor).cardinality();
        }
        return new Multiplications(all, left);
    }
}
