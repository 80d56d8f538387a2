package dev.earlyphase.orchestrator.recipe;

import dev.earlyphase.contracts.study.DenseRuns;

/** A dense run for each seed; what the recipes differ in is what they observe of it. */
record DenseRunsExpansion(DenseRuns study) implements Experiment {
    @Override
    public TrialCount count() {
        return new TrialCount(study.seeds().size(), "one a seed", "seeds");
    }

    @Override
    public void draft(Draft draft, Setting setting) {
        study.seeds().forEach(seed -> new Trunk(draft, setting, seed));
    }
}
