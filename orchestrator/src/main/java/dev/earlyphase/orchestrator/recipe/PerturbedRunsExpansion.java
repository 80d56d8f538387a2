package dev.earlyphase.orchestrator.recipe;

import java.util.List;
import java.util.stream.IntStream;

import dev.earlyphase.contracts.study.PerturbedRuns;
import dev.earlyphase.contracts.study.TrialRole;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.Perturbation;

/**
 * Perturbed sub-networks (section 4 of the paper) beside the trunk, which has a chain rewound to 0it too. A perturbed
 * trial has the start and the mask of the unchanged one of its level.
 */
record PerturbedRunsExpansion(PerturbedRuns study) implements Experiment {
    @Override
    public TrialCount count() {
        long chains = study.rewind().contains(Moment.START)
                ? study.rewind().size()
                : study.rewind().size() + 1L;
        long perturbed =
                (long) study.rewind().size() * levels().size() * variants().size();
        return new TrialCount(
                study.seeds().size() * (1 + chains * study.levels() + perturbed),
                "seeds × (1 + chains × levels + rewind × perturbed levels × variants)",
                "levels");
    }

    @Override
    public void draft(Draft draft, Setting setting) {
        List<RewindingPoint> points = RewindingPoint.of(study.rewind(), setting, "rewind");
        var rewinding = Rewinding.of(study);
        List<Perturbation> variants = variants();
        for (int i = 0; i < variants.size(); i++) {
            Kinds.check(variants.get(i), "variants[" + i + "]");
        }
        for (long seed : study.seeds()) {
            var trunk = new Trunk(draft, setting, study.pruning(), rewinding, seed)
                    .grow(draft, RewindingPoint.with(RewindingPoint.BEGIN, points), study.levels());
            for (int level : levels()) {
                for (RewindingPoint point : points) {
                    for (Perturbation variant : variants) {
                        var spec = setting.spec(seed, trunk.start(point), trunk.mask(point, level), variant);
                        draft.add(spec, role(seed, level, point, variant));
                    }
                }
            }
        }
    }

    private static TrialRole role(long seed, int level, RewindingPoint point, Perturbation variant) {
        return new TrialRole(seed, level, point.name(), Variants.family(variant), variant.toString());
    }

    private List<Integer> levels() {
        return study.perturbedLevels() == null
                ? IntStream.rangeClosed(1, study.levels()).boxed().toList()
                : study.perturbedLevels();
    }

    private List<Perturbation> variants() {
        return study.variants() == null ? Variants.of(study.recipe()) : study.variants();
    }
}
