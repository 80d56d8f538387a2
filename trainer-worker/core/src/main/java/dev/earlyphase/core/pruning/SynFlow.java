package dev.earlyphase.core.pruning;

import dev.earlyphase.core.gradient.Subject;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensors;
import dev.earlyphase.weights.pruning.HighestScores;
import dev.earlyphase.weights.pruning.Pruned;

/**
 * Keeps the weights through which most flows, without a look at any data (Tanaka et al. 2020, "Pruning neural networks
 * without any data by iteratively conserving synaptic flow", algorithm 1). A hundred rounds, each scored anew under the mask
 * of the last, take the density down exponentially: after round r it is density^(r/100). So no layer loses its last weight
 * while another still has one to spare.
 */
final class SynFlow implements StartPruning {
    private static final int ROUNDS = 100;

    @Override
    public String rule() {
        return "synflow";
    }

    @Override
    public Pruned prune(Subject subject, Tensors state, Mask dense, long survivors) {
        double density = (double) survivors / dense.size();
        var pruned = new Pruned(dense, 0, 0);
        try (var flow = new SynapticFlow(subject.engine(), subject.network(), state)) {
            for (int round = 1; round <= ROUNDS; round++) {
                double share = StrictMath.pow(density, (double) round / ROUNDS);
                long kept = round == ROUNDS ? survivors : Math.max(survivors, Math.round(share * dense.size()));
                if (kept < pruned.mask().survivors()) {
                    pruned = HighestScores.keep(flow.scores(pruned.mask()), pruned.mask(), kept);
                }
            }
        }
        return new Pruned(
                pruned.mask(), pruned.threshold(), dense.size() - pruned.mask().survivors());
    }
}
