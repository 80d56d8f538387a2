package dev.earlyphase.trainer.attempt;

import java.util.Optional;

import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.contracts.trial.Start;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.training.Snapshot;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensors;

/**
 * Where an attempt begins.
 *
 * @param begin the state at the trial's begin, pruned weights exactly zero
 * @param from the state to train on from: {@code begin}, or where an earlier attempt left off
 * @param initial W_0 of the run that this trial descends from, with which telemetry compares
 */
record StartOfAttempt(Snapshot begin, Snapshot from, Tensors initial) {
    private static final Tensors NONE = Tensors.of();

    static StartOfAttempt of(Claim claim, Network network, Optional<Mask> mask, Checkpoints checkpoints) {
        Snapshot unmasked = begin(claim, network, checkpoints);
        Tensors initial = claim.initialisation() == null ? unmasked.state() : checkpoints.fetch(claim.initialisation());
        Snapshot begin = masked(unmasked, mask);
        Snapshot from = claim.resume() == null ? begin : masked(resume(claim.resume(), checkpoints), mask);
        return new StartOfAttempt(begin, from, initial);
    }

    private static Snapshot begin(Claim claim, Network network, Checkpoints checkpoints) {
        TrialSpec spec = claim.spec();
        return switch (spec.start()) {
            case Start.Initialisation drawn -> Snapshot.initial(spec, network);
            case Start.Rewound rewound -> {
                Tensors momentum = tensors(claim.startMomentum(), checkpoints);
                var checkpoint = new Snapshot(spec.beginIteration(), checkpoints.fetch(claim.start()), momentum);
                yield Snapshot.rewound(rewound, network, checkpoint);
            }
        };
    }

    private static Snapshot resume(Claim.Resume resume, Checkpoints checkpoints) {
        return new Snapshot(
                resume.iteration(), checkpoints.fetch(resume.weights()), tensors(resume.momentum(), checkpoints));
    }

    private static Snapshot masked(Snapshot snapshot, Optional<Mask> mask) {
        return mask.map(m -> new Snapshot(snapshot.iteration(), m.apply(snapshot.state()), snapshot.momentum()))
                .orElse(snapshot);
    }

    private static Tensors tensors(ObjectRef object, Checkpoints checkpoints) {
        return object == null ? NONE : checkpoints.fetch(object);
    }
}
