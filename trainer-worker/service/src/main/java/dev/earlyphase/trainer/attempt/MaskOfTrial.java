package dev.earlyphase.trainer.attempt;

import java.util.Optional;

import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.object.ObjectKeys;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.contracts.trial.MaskSource;
import dev.earlyphase.contracts.trial.Pruning;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Parameter;
import dev.earlyphase.trainer.report.AttemptReport;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensors;
import dev.earlyphase.weights.pruning.GlobalMagnitude;
import dev.earlyphase.weights.pruning.LayerMagnitude;
import dev.earlyphase.weights.pruning.Pruned;
import dev.earlyphase.weights.pruning.PruningRule;

/**
 * The mask of a trial and where it is kept.
 *
 * @param mask empty for a dense trial
 * @param stored null for a dense trial
 */
record MaskOfTrial(Optional<Mask> mask, ObjectRef stored) {
    private static final MaskOfTrial DENSE = new MaskOfTrial(Optional.empty(), null);

    /** Prunes as the trial asks, keeps the mask and reports it. */
    static MaskOfTrial derive(Claim claim, Network network, Checkpoints checkpoints, AttemptReport report) {
        return switch (claim.spec().mask()) {
            case MaskSource.Dense dense -> DENSE;
            case MaskSource.Pruned pruned -> prune(claim, pruned.pruning(), network, checkpoints, report);
        };
    }

    private static MaskOfTrial prune(
            Claim claim, Pruning pruning, Network network, Checkpoints checkpoints, AttemptReport report) {
        Tensors prunable = prunable(network, checkpoints.fetch(claim.parentEnd()));
        Mask before = claim.parentMask() == null ? Mask.dense(prunable) : checkpoints.fetchMask(claim.parentMask());
        Pruned after = rule(pruning).prune(prunable, before);
        ObjectRef stored = checkpoints.keep(
                ObjectKeys.mask(claim.trial(), claim.attempt()),
                after.mask(),
                Checkpoints.metadata(claim, prunable.names(), claim.spec().beginIteration()));
        report.maskDerived(stored, after.threshold(), claim.parentMask());
        return new MaskOfTrial(Optional.of(after.mask()), stored);
    }

    private static Tensors prunable(Network network, Tensors state) {
        return Tensors.of(
                network.prunable().stream().map(Parameter::name).map(state::get).toList());
    }

    private static PruningRule rule(Pruning pruning) {
        return switch (pruning.scope()) {
            case GLOBAL -> new GlobalMagnitude(pruning.fraction());
            case LAYER -> new LayerMagnitude(pruning.fraction());
        };
    }
}
