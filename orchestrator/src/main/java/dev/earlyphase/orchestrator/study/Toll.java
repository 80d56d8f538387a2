package dev.earlyphase.orchestrator.study;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.earlyphase.contracts.trial.MaskSource;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialState;
import dev.earlyphase.orchestrator.recipe.PlannedTrial;
import dev.earlyphase.orchestrator.recipe.PlannedTrial.Dependency;
import dev.earlyphase.orchestrator.study.Standings.Standing;

/**
 * What the trials of a study take.
 *
 * @param trials to be trained: new ones, cancelled ones, and those that lack something
 * @param iterations of these
 * @param bytes of all checkpoints and masks
 * @param newBytes of these, what the trials to be trained add
 */
record Toll(int trials, long iterations, long bytes, long newBytes) {
    private record Shape(boolean masked, Boolean outputLayer) {
        static Shape of(MaskSource mask) {
            return new Shape(
                    !(mask instanceof MaskSource.Dense),
                    mask.prunesOutputLayer().orElse(null));
        }
    }

    /** @param planned parents before children */
    static Toll of(List<PlannedTrial> planned, Map<TrialId, Standing> known) {
        Set<TrialId> needed = new HashSet<>();
        Map<Shape, CheckpointSizes> sizes = new HashMap<>();
        int trials = 0;
        long iterations = 0;
        long bytes = 0;
        long newBytes = 0;
        for (PlannedTrial trial : planned.reversed()) {
            Standing standing = known.get(trial.id());
            CheckpointSizes size =
                    sizes.computeIfAbsent(Shape.of(trial.spec().mask()), shape -> CheckpointSizes.of(trial.spec()));
            bytes += bytes(trial, size, Set.of());
            if (needed.contains(trial.id()) || isTrained(standing)) {
                trials++;
                iterations += trial.iterations();
                newBytes += bytes(trial, size, standing == null ? Set.of() : standing.present());
                trial.dependencies().stream()
                        .filter(need -> isDropped(known.get(need.parent()), need))
                        .forEach(need -> needed.add(need.parent()));
            }
        }
        return new Toll(trials, iterations, bytes, newBytes);
    }

    private static boolean isTrained(Standing standing) {
        return standing == null || standing.state() == TrialState.CANCELLED || standing.lacks();
    }

    private static boolean isDropped(Standing parent, Dependency need) {
        return parent != null
                && parent.state() == TrialState.COMPLETED
                && !parent.present().contains(need.iteration());
    }

    private static long bytes(PlannedTrial trial, CheckpointSizes size, Set<Integer> present) {
        int end = trial.spec().endIteration();
        long checkpoints = trial.checkpoints().stream()
                .filter(iteration -> !present.contains(iteration))
                .mapToLong(iteration -> size.at(iteration, end))
                .sum();
        return present.isEmpty() ? checkpoints + size.mask() : checkpoints;
    }
}
