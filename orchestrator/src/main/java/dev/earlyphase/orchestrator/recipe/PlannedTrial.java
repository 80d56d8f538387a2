package dev.earlyphase.orchestrator.recipe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.earlyphase.contracts.study.TrialRole;
import dev.earlyphase.contracts.trial.MaskSource;
import dev.earlyphase.contracts.trial.Observations;
import dev.earlyphase.contracts.trial.Start;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialSpec;

/**
 * A trial of a study, before it is known whether another study has it already.
 *
 * @param id of the spec, computed once
 * @param observations that this study wants
 */
public record PlannedTrial(TrialId id, TrialSpec spec, TrialRole role, Observations observations) {
    public PlannedTrial(TrialSpec spec, TrialRole role, Observations observations) {
        this(spec.id(), spec, role, observations);
    }

    /** How many iterations training it takes. */
    public int iterations() {
        return spec.endIteration() - spec.beginIteration();
    }

    /** How many checkpoints it keeps, begin and end included. */
    public int checkpoints() {
        Set<Integer> kept = new HashSet<>(observations.checkpoints());
        kept.add(spec.beginIteration());
        kept.add(spec.endIteration());
        return kept.size();
    }

    /** What must be there before it can begin: a pruned mask comes from a parent that ends where this trial does. */
    public List<Dependency> dependencies() {
        List<Dependency> needs = new ArrayList<>();
        if (spec.start() instanceof Start.Rewound rewound) {
            needs.add(new Dependency(id, rewound.trial(), rewound.moment().iterations()));
        }
        if (spec.mask() instanceof MaskSource.Pruned pruned) {
            needs.add(new Dependency(id, pruned.trial(), spec.endIteration()));
        }
        return needs;
    }

    /** The child needs the parent's checkpoint at the iteration, and the parent completed. */
    public record Dependency(TrialId child, TrialId parent, int iteration) {}
}
