package dev.earlyphase.trainer.attempt;

import java.util.Optional;

import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.object.ObjectKeys;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.contracts.trial.MaskSource;
import dev.earlyphase.contracts.trial.Pruning;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.core.gradient.Subject;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Parameter;
import dev.earlyphase.core.pruning.StartPrunings;
import dev.earlyphase.core.random.Purpose;
import dev.earlyphase.core.random.TensorDraws;
import dev.earlyphase.core.training.Snapshot;
import dev.earlyphase.trainer.report.AttemptReport;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensors;
import dev.earlyphase.weights.pruning.GlobalMagnitude;
import dev.earlyphase.weights.pruning.LayerMagnitude;
import dev.earlyphase.weights.pruning.Pruned;
import dev.earlyphase.weights.pruning.PruningRule;
import dev.earlyphase.weights.pruning.ShuffledMask;

/**
 * The mask of a trial and where it is kept.
 *
 * @param mask empty for a dense trial
 * @param stored null for a dense trial
 */
record MaskOfTrial(Optional<Mask> mask, ObjectRef stored) {
    private static final MaskOfTrial DENSE = new MaskOfTrial(Optional.empty(), null);

    /**
     * Finds the mask that the trial asks for, keeps it and reports it.
     *
     * @param begin the trial's begin before any mask, by which rules may prune
     */
    static MaskOfTrial derive(
            Claim claim, Subject subject, Snapshot begin, Checkpoints checkpoints, AttemptReport report) {
        if (claim.spec().mask() instanceof MaskSource.Dense) {
            return DENSE;
        }
        Pruned found = found(claim.spec().mask(), claim, subject, begin, checkpoints);
        ObjectRef stored = checkpoints.keep(
                ObjectKeys.mask(claim.trial(), claim.attempt()),
                found.mask(),
                Checkpoints.metadata(claim, found.mask().names(), claim.spec().beginIteration()));
        report.maskDerived(stored, found.threshold(), claim.parentMask());
        return new MaskOfTrial(Optional.of(found.mask()), stored);
    }

    private static Pruned found(
            MaskSource source, Claim claim, Subject subject, Snapshot begin, Checkpoints checkpoints) {
        return switch (source) {
            case MaskSource.Dense dense -> throw new IllegalStateException("a dense network has no mask");
            case MaskSource.Pruned pruned -> pruned(claim, pruned.pruning(), subject.network(), checkpoints);
            case MaskSource.Scored scored -> StartPrunings.prune(scored, subject, begin.state());
            case MaskSource.Shuffled shuffled ->
                shuffled(found(shuffled.of(), claim, subject, begin, checkpoints), claim.spec(), subject.network());
        };
    }

    private static Pruned pruned(Claim claim, Pruning pruning, Network network, Checkpoints checkpoints) {
        Tensors prunable = prunable(network, checkpoints.fetch(claim.parentEnd()));
        Mask before = claim.parentMask() == null ? Mask.dense(prunable) : checkpoints.fetchMask(claim.parentMask());
        Pruned after = rule(pruning).prune(prunable, before);
        return new Pruned(FittedMask.of(after.mask(), network), after.threshold(), after.removed());
    }

    /** As many survivors in each layer; where they stand depends on the trial's seed alone. */
    private static Pruned shuffled(Pruned pruned, TrialSpec spec, Network network) {
        var draws = new TensorDraws(
                spec.seed(),
                Purpose.SHUFFLED_MASK,
                network.parameters().stream().map(Parameter::name).toList());
        return new Pruned(ShuffledMask.of(pruned.mask(), draws::of), pruned.threshold(), pruned.removed());
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
