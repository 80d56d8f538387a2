package dev.earlyphase.orchestrator.recipe;

import java.util.List;

import dev.earlyphase.contracts.study.ImpRewinding;

/** The trunk, and nothing else. */
record ImpRewindingExpansion(ImpRewinding study) implements Experiment {
    @Override
    public TrialCount count() {
        long trials = study.seeds().size() * (1L + (long) study.rewind().size() * study.levels());
        return new TrialCount(trials, "seeds × (1 + rewind × levels)", "levels");
    }

    @Override
    public void draft(Draft draft, Setting setting) {
        List<RewindingPoint> points = RewindingPoint.of(study.rewind(), setting, "rewind");
        var rewinding = Rewinding.of(study);
        for (long seed : study.seeds()) {
            new Trunk(draft, setting, study.pruning(), rewinding, seed).grow(draft, points, study.levels());
        }
    }
}
