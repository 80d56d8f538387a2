package dev.earlyphase.trainer.attempt;

import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.trial.Start;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.training.Snapshot;
import dev.earlyphase.weights.Tensors;

/** The state at a trial's begin before any mask or perturbation. */
final class BeginOfTrial {
    private BeginOfTrial() {}

    static Snapshot of(Claim claim, Network network, Checkpoints checkpoints) {
        TrialSpec spec = claim.spec();
        return switch (spec.start()) {
            case Start.Initialisation drawn -> Snapshot.initial(spec, network);
            case Start.Rewound rewound -> {
                var momentum = checkpoints.fetchMomentum(claim.startMomentum());
                var checkpoint = new Snapshot(spec.beginIteration(), checkpoints.fetch(claim.start()), momentum);
                yield Snapshot.rewound(rewound, network, checkpoint);
            }
            case Start.Pretrained learnt ->
                Snapshot.pretrained(learnt, spec, network, checkpoints.fetch(claim.start()));
            // The line's first end; nothing is trained.
            case Start.Between between ->
                new Snapshot(spec.beginIteration(), checkpoints.fetch(claim.start()), Tensors.of());
        };
    }
}
