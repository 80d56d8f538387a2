package dev.earlyphase.orchestrator.recipe;

import java.util.List;

import dev.earlyphase.contracts.study.PruningAtInitialisation;
import dev.earlyphase.contracts.study.TrialRole;
import dev.earlyphase.contracts.trial.MaskSource;
import dev.earlyphase.contracts.trial.Perturbation;
import dev.earlyphase.contracts.trial.Pruning;
import dev.earlyphase.contracts.trial.Start;

/**
 * Pruning at initialisation (Frankle et al. 2021): each rule's mask as found and in two sanity checks, beside the trunk.
 * A trial's level is the place of its density in the list, from 1.
 */
record PruningAtInitialisationExpansion(PruningAtInitialisation study) implements Experiment {
    private static final int CHECKS = 3;
    private static final Perturbation REDRAWN = Perturbation.parse("redrawn");

    @Override
    public TrialCount count() {
        long scored = (long) CHECKS * study.rules().size() * study.densities().size();
        return new TrialCount(
                study.seeds().size() * (1 + study.rewind().size() * (study.levels() + scored)),
                "seeds × (1 + rewind × (levels + rules × densities × 3))",
                "densities");
    }

    @Override
    public void draft(Draft draft, Setting setting) {
        List<RewindingPoint> points = RewindingPoint.of(study.rewind(), setting, "rewind");
        for (int i = 0; i < study.rules().size(); i++) {
            Kinds.checkRule(study.rules().get(i), "rules[" + i + "]");
        }
        var pruning = new Pruning(null, null, study.outputLayer());
        for (long seed : study.seeds()) {
            var trunk = new Trunk(draft, setting, pruning, Rewinding.USUAL, seed).grow(draft, points, study.levels());
            for (RewindingPoint point : points) {
                study.rules().forEach(rule -> rule(draft, setting, seed, point, trunk.start(point), rule));
            }
        }
    }

    private void rule(Draft draft, Setting setting, long seed, RewindingPoint point, Start start, String rule) {
        for (int i = 0; i < study.densities().size(); i++) {
            var mask = new MaskSource.Scored(rule, study.densities().get(i), study.outputLayer());
            int level = i + 1;
            draft.add(setting.spec(seed, start, mask), role(seed, level, point, rule, "as-found"));
            draft.add(
                    setting.spec(seed, start, new MaskSource.Shuffled(mask)),
                    role(seed, level, point, rule, "shuffled"));
            draft.add(setting.spec(seed, start, mask, REDRAWN), role(seed, level, point, rule, "redrawn"));
        }
    }

    private static TrialRole role(long seed, int level, RewindingPoint point, String rule, String variant) {
        return new TrialRole(seed, level, point.name(), rule, variant);
    }
}
