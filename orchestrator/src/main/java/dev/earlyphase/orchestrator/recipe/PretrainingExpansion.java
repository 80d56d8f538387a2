package dev.earlyphase.orchestrator.recipe;

import java.util.List;

import dev.earlyphase.contracts.study.Pretraining;
import dev.earlyphase.contracts.study.TrialRole;
import dev.earlyphase.contracts.trial.MaskSource;
import dev.earlyphase.contracts.trial.Start;
import dev.earlyphase.contracts.trial.TrialId;

/**
 * Pre-training (Figure 8): for each task and time a chain of pruning rounds, of which every level begins with the
 * pre-trained weights. Beside them stands the trunk.
 */
record PretrainingExpansion(Pretraining study) implements Experiment {
    @Override
    public TrialCount count() {
        long references = 1 + (long) study.rewind().size() * study.levels();
        long chains = (long) study.tasks().size() * study.epochs().size();
        return new TrialCount(
                study.seeds().size() * (references + chains * (2 + study.levels())),
                "seeds × (1 + rewind × levels + tasks × epochs × (2 + levels))",
                "levels");
    }

    @Override
    public void draft(Draft draft, Setting setting) {
        List<RewindingPoint> points = RewindingPoint.of(study.rewind(), setting, "rewind");
        List<PretrainingTask> tasks = PretrainingTask.of(study, setting);
        var rewinding = Rewinding.of(study);
        for (long seed : study.seeds()) {
            new Trunk(draft, setting, study.pruning(), rewinding, seed).grow(draft, points, study.levels());
            tasks.forEach(task -> chain(draft, setting, seed, task));
        }
    }

    private void chain(Draft draft, Setting setting, long seed, PretrainingTask task) {
        Start start = task.start(task.pretrain(draft, setting, seed, 0, new MaskSource.Dense(), null, ""));
        MaskSource mask = new MaskSource.Dense();
        for (int level = 0; level <= study.levels(); level++) {
            var role = new TrialRole(seed, level, null, task.label(), task.epochs());
            TrialId trial = draft.add(setting.spec(seed, start, mask), role);
            mask = new MaskSource.Pruned(trial, study.pruning());
        }
    }
}
