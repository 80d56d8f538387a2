package dev.earlyphase.orchestrator.recipe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.error.DomainException.TooLarge;
import dev.earlyphase.contracts.study.ImpRewinding;
import dev.earlyphase.contracts.study.TrialRole;
import dev.earlyphase.contracts.trial.MaskSource;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.Start;
import dev.earlyphase.contracts.trial.Training;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialSpec;

/**
 * Iterative magnitude pruning with rewinding (section 2 of the paper). The dense run of a seed is level 0 of every
 * rewinding point; each further level prunes by the end of the one before and starts from the dense run's weights at
 * the rewinding point. Rewinding to 0it is starting anew, so there the start is the initialisation itself.
 */
final class ImpRewindingExpansion {
    private final ImpRewinding study;
    private final Training training;
    private final List<RewindingPoint> points;
    private final ObservationPlan observations;

    private record RewindingPoint(String name, int iteration) {}

    private record Chain(long seed, RewindingPoint point) {}

    ImpRewindingExpansion(ImpRewinding study, int most) {
        this.study = study;
        long trials = study.seeds().size() * (1L + (long) study.rewind().size() * study.levels());
        if (trials > most) {
            throw new TooLarge("levels", trials + " trials (seeds × (1 + rewind × levels))", "at most " + most);
        }
        this.training = resolve(study);
        int perEpoch = training.iterationsPerEpoch(study.dataset());
        this.points = points(study.rewind(), training.end().iterations(), perEpoch);
        this.observations = ObservationPlan.of(study.observe(), training.end().iterations(), perEpoch);
    }

    List<PlannedTrial> trials() {
        List<PlannedTrial> trials = new ArrayList<>();
        Map<Long, TrialId> dense = new HashMap<>();
        Map<Chain, TrialId> newest = new HashMap<>();
        for (long seed : study.seeds()) {
            PlannedTrial trial = dense(seed);
            trials.add(trial);
            dense.put(seed, trial.id());
            points.forEach(point -> newest.put(new Chain(seed, point), trial.id()));
        }
        for (int level = 1; level <= study.levels(); level++) {
            for (long seed : study.seeds()) {
                for (RewindingPoint point : points) {
                    Chain chain = new Chain(seed, point);
                    PlannedTrial trial = pruned(chain, level, dense.get(seed), newest.get(chain));
                    trials.add(trial);
                    newest.put(chain, trial.id());
                }
            }
        }
        return trials;
    }

    private PlannedTrial dense(long seed) {
        TrialSpec spec = spec(seed, new Start.Initialisation(), new MaskSource.Dense());
        List<Integer> kept = points.stream().map(RewindingPoint::iteration).toList();
        return new PlannedTrial(spec, new TrialRole(seed, 0, null), observations.of(spec, kept));
    }

    private PlannedTrial pruned(Chain chain, int level, TrialId dense, TrialId parent) {
        Start start = chain.point().iteration() == 0
                ? new Start.Initialisation()
                : new Start.Rewound(
                        dense,
                        Moment.ofIterations(chain.point().iteration()),
                        study.rewindMomentum(),
                        study.rewindBatchNorm(),
                        study.rewindSchedule());
        TrialSpec spec = spec(chain.seed(), start, new MaskSource.Pruned(parent, study.pruning()));
        var role = new TrialRole(chain.seed(), level, chain.point().name());
        return new PlannedTrial(spec, role, observations.of(spec, List.of()));
    }

    private TrialSpec spec(long seed, Start start, MaskSource mask) {
        return new TrialSpec(study.network(), study.dataset(), seed, training, study.initialisation(), start, mask);
    }

    private static Training resolve(ImpRewinding study) {
        try {
            return study.training().resolve(study.network(), study.dataset());
        } catch (Invalid invalid) {
            throw invalid.under("training");
        }
    }

    private static List<RewindingPoint> points(List<Moment> rewind, int end, int perEpoch) {
        List<RewindingPoint> points = new ArrayList<>();
        for (int i = 0; i < rewind.size(); i++) {
            Moment moment = rewind.get(i);
            String field = "rewind[" + i + "]";
            int iteration = Moments.within(
                    moment, perEpoch, end - 1, field, "a moment from 0it to before the end, " + end + "it");
            Check.that(
                    points.stream().noneMatch(point -> point.iteration() == iteration),
                    field,
                    moment,
                    "a moment that is not in the list yet, be it in other words");
            points.add(new RewindingPoint(moment.toString(), iteration));
        }
        return points;
    }
}
