package dev.earlyphase.orchestrator.claim;

import java.util.Comparator;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.claim.Claim.Resume;
import dev.earlyphase.contracts.error.DomainException.Conflict;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.contracts.trial.MaskSource;
import dev.earlyphase.contracts.trial.Start;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.orchestrator.trial.Checkpoint;
import dev.earlyphase.orchestrator.trial.Checkpoints;
import dev.earlyphase.orchestrator.trial.Trial;
import dev.earlyphase.orchestrator.trial.Trials;

/** Finds the objects that a trial needs: of its parents, of the run it descends from, of its own earlier attempts. */
@ApplicationScoped
public class ClaimObjects {
    private final Trials trials;
    private final Checkpoints checkpoints;

    ClaimObjects(Trials trials, Checkpoints checkpoints) {
        this.trials = trials;
        this.checkpoints = checkpoints;
    }

    Claim claim(Trial trial, int leaseSeconds) {
        Resume resume = resume(trial).orElse(null);
        trial.iteration = resume == null ? trial.beginIteration : resume.iteration();
        Optional<Checkpoint> start = start(trial.spec);
        Optional<Trial> pruned = prunedParent(trial.spec);
        return new Claim(
                trial.trialId(),
                trial.attempt,
                leaseSeconds,
                trial.spec,
                trial.observations,
                start.map(checkpoint -> checkpoint.weights).orElse(null),
                start.flatMap(checkpoint -> momentum(trial.spec, checkpoint)).orElse(null),
                secondEnd(trial.spec).map(checkpoint -> checkpoint.weights).orElse(null),
                pruned.map(parent -> needed(parent.trialId(), parent.endIteration).weights)
                        .orElse(null),
                pruned.map(ClaimObjects::mask).orElse(null),
                initialisation(trial.spec),
                resume);
    }

    private Optional<Checkpoint> start(TrialSpec spec) {
        return switch (spec.start()) {
            case Start.Initialisation drawn -> Optional.empty();
            case Start.Rewound rewound ->
                Optional.of(needed(rewound.trial(), rewound.moment().iterations()));
            case Start.Pretrained learnt ->
                Optional.of(needed(learnt.trial(), learnt.moment().iterations()));
            case Start.Between between -> Optional.of(end(between.from()));
        };
    }

    private Optional<Checkpoint> secondEnd(TrialSpec spec) {
        return spec.start() instanceof Start.Between between ? Optional.of(end(between.to())) : Optional.empty();
    }

    private static Optional<ObjectRef> momentum(TrialSpec spec, Checkpoint start) {
        boolean restored =
                spec.start() instanceof Start.Rewound rewound && rewound.momentum() == Start.Momentum.RESTORED;
        if (!restored || spec.training().momentum() == 0) {
            return Optional.empty();
        }
        if (start.momentum == null) {
            throw new Conflict("Trial " + spec.id() + " is to restore the momentum of trial " + start.trial + " at "
                    + start.iteration + "it, which was not kept.");
        }
        return Optional.of(start.momentum);
    }

    private Optional<Trial> prunedParent(TrialSpec spec) {
        return spec.mask().parent().map(parent -> trials.findById(parent.value()));
    }

    /** Null for a dense trial alone: pruned as if it were dense, its child would be another trial than it says. */
    private static ObjectRef mask(Trial parent) {
        if (parent.mask == null && !(parent.spec.mask() instanceof MaskSource.Dense)) {
            throw new Conflict("The mask of trial " + parent.id + " is needed and not there.");
        }
        return parent.mask;
    }

    private ObjectRef initialisation(TrialSpec spec) {
        return spec.start() instanceof Start.Rewound rewound ? origin(rewound.trial()).weights : null;
    }

    /** The checkpoint with which the run began from which a trial descends. */
    private Checkpoint origin(TrialId id) {
        Trial ancestor = trials.findById(id.value());
        return ancestor.spec.start() instanceof Start.Rewound rewound
                ? origin(rewound.trial())
                : needed(id, ancestor.beginIteration);
    }

    private Checkpoint end(TrialId id) {
        return needed(id, trials.findById(id.value()).endIteration);
    }

    private Checkpoint needed(TrialId id, int iteration) {
        return checkpoints
                .at(id, iteration)
                .orElseThrow(() -> new Conflict(
                        "The checkpoint of trial " + id + " at " + iteration + "it is needed and not there."));
    }

    /**
     * The newest state from which nothing is missed: before any checkpoint that is still wanted, and with momentum
     * where the training has any. What is trained anew goes on from its own attempts alone.
     */
    private Optional<Resume> resume(Trial trial) {
        var missing = checkpoints.missing(trial, trial.observations);
        int before = missing.isEmpty() ? trial.endIteration : missing.first();
        boolean withMomentum = trial.spec.training().momentum() > 0;
        return checkpoints.of(trial.trialId()).stream()
                .filter(c -> c.iteration > trial.beginIteration && c.iteration < before)
                .filter(c -> c.attempt > trial.freshAfter)
                .filter(c -> c.momentum != null || !withMomentum)
                .max(Comparator.comparingInt(c -> c.iteration))
                .map(c -> new Resume(c.iteration, c.weights, c.momentum));
    }
}
