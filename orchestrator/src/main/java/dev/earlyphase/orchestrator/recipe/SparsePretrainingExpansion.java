package dev.earlyphase.orchestrator.recipe;

import java.util.List;
import java.util.Locale;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.study.Pretraining;
import dev.earlyphase.contracts.study.TrialRole;
import dev.earlyphase.contracts.trial.MaskSource;
import dev.earlyphase.contracts.trial.Perturbation;
import dev.earlyphase.contracts.trial.TrialId;

/**
 * Sparse pre-training (Figure 9): at every level of one chain its mask is applied before pre-training, and the main task
 * goes on with it. The mask is taken as it is, with its weights drawn anew, or with its survivors at random places.
 */
record SparsePretrainingExpansion(Pretraining study) implements Experiment {
    private static final Perturbation REDRAWN = Perturbation.parse("redrawn");

    private enum Variant {
        IMP,
        REINITIALISED,
        RANDOM;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        MaskSource mask(MaskSource pruned) {
            return switch (this) {
                case IMP, REINITIALISED -> pruned;
                case RANDOM -> new MaskSource.Shuffled(pruned);
            };
        }

        Perturbation change() {
            return switch (this) {
                case IMP, RANDOM -> null;
                case REINITIALISED -> REDRAWN;
            };
        }
    }

    @Override
    public TrialCount count() {
        long chains = study.rewind().contains(study.maskRewind())
                ? study.rewind().size()
                : study.rewind().size() + 1L;
        long sparse = 2L
                * Variant.values().length
                * study.tasks().size()
                * study.epochs().size();
        return new TrialCount(
                study.seeds().size() * (1 + (chains + sparse) * study.levels()),
                "seeds × (1 + levels × (chains + tasks × epochs × 6))",
                "levels");
    }

    @Override
    public void draft(Draft draft, Setting setting) {
        Check.atLeast(1, study.levels(), "levels");
        RewindingPoint giver = RewindingPoint.of(study.maskRewind(), setting, "maskRewind");
        List<RewindingPoint> references = RewindingPoint.of(study.rewind(), setting, "rewind");
        RewindingPoint masks = references.stream()
                .filter(point -> point.iteration() == giver.iteration())
                .findFirst()
                .orElse(giver);
        List<PretrainingTask> tasks = PretrainingTask.of(study, setting);
        var rewinding = Rewinding.of(study);
        for (long seed : study.seeds()) {
            var trunk = new Trunk(draft, setting, study.pruning(), rewinding, seed)
                    .grow(draft, RewindingPoint.with(masks, references), study.levels());
            for (int level = 1; level <= study.levels(); level++) {
                for (PretrainingTask task : tasks) {
                    for (Variant variant : Variant.values()) {
                        pair(draft, setting, seed, level, task, variant, trunk.mask(masks, level));
                    }
                }
            }
        }
    }

    private static void pair(
            Draft draft,
            Setting setting,
            long seed,
            int level,
            PretrainingTask task,
            Variant variant,
            MaskSource pruned) {
        MaskSource mask = variant.mask(pruned);
        TrialId pretrained = task.pretrain(draft, setting, seed, level, mask, variant.change(), variant.id());
        draft.add(
                setting.spec(seed, task.start(pretrained), mask),
                new TrialRole(seed, level, null, task.label(), task.epochs() + " " + variant.id()));
    }
}
