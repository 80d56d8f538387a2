package dev.earlyphase.orchestrator.recipe;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import dev.earlyphase.contracts.study.TrialRole;
import dev.earlyphase.contracts.trial.Observations;
import dev.earlyphase.contracts.trial.Start;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialSpec;

/**
 * A trial of a study, before it is known whether another study has it already.
 *
 * @param id of the spec, computed once
 * @param observations that this study wants
 * @param dependencies what must be there before it can begin
 */
public record PlannedTrial(
        TrialId id, TrialSpec spec, TrialRole role, Observations observations, List<Dependency> dependencies) {
    public PlannedTrial {
        dependencies = List.copyOf(dependencies);
    }

    /** How many iterations training it takes. */
    public int iterations() {
        return spec.endIteration() - spec.beginIteration();
    }

    /** The iterations whose checkpoints it writes, begin and end included; a line between two trials writes none. */
    public SortedSet<Integer> checkpoints() {
        SortedSet<Integer> kept = new TreeSet<>(observations.checkpoints());
        if (!(spec.start() instanceof Start.Between)) {
            kept.add(spec.beginIteration());
            kept.add(spec.endIteration());
        }
        return kept;
    }

    /** The child needs the parent's checkpoint at the iteration, and the parent completed. */
    public record Dependency(TrialId child, TrialId parent, int iteration) {}
}
