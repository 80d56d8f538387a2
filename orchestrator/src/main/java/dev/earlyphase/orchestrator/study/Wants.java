package dev.earlyphase.orchestrator.study;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import dev.earlyphase.contracts.study.Observe.Kept;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.orchestrator.recipe.PlannedTrial;

/** Which checkpoints of its trials a study keeps for good, whoever else needs them for a while. */
final class Wants {
    private final Set<Kept> keep;
    private final Map<TrialId, Set<Integer>> rewindingPoints = new HashMap<>();

    Wants(List<PlannedTrial> planned, List<Kept> keep) {
        this.keep = Set.copyOf(keep);
        planned.stream().flatMap(trial -> trial.dependencies().stream()).forEach(need -> rewindingPoints
                .computeIfAbsent(need.parent(), parent -> new HashSet<>())
                .add(need.iteration()));
    }

    SortedSet<Integer> of(PlannedTrial trial) {
        SortedSet<Integer> wanted = new TreeSet<>(trial.checkpoints());
        wanted.removeIf(iteration -> !keep.contains(kind(trial, iteration)));
        return wanted;
    }

    private Kept kind(PlannedTrial trial, int iteration) {
        if (iteration == trial.spec().beginIteration()) {
            return Kept.START;
        }
        if (iteration == trial.spec().endIteration()) {
            return Kept.END;
        }
        return rewindingPoints.getOrDefault(trial.id(), Set.of()).contains(iteration)
                ? Kept.REWINDING_POINTS
                : Kept.SNAPSHOTS;
    }
}
