package dev.earlyphase.orchestrator.study;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

import dev.earlyphase.contracts.study.Observe.Kept;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialState;
import dev.earlyphase.orchestrator.recipe.PlannedTrial;
import dev.earlyphase.orchestrator.trial.Checkpoints;
import dev.earlyphase.orchestrator.trial.TrialOutline;

/** What completed trials lack of what a study wants of them: the one rule for plans and for submission. */
@ApplicationScoped
public class Standings {
    private final Checkpoints checkpoints;

    Standings(Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    /**
     * A trial that another study has.
     *
     * @param present iterations of its checkpoints
     * @param missing iterations whose checkpoints the study keeps and that are not there; empty unless it is completed
     * @param unseen whether it is completed without telemetry, evaluations or probes that the study wants
     */
    record Standing(TrialState state, Set<Integer> present, SortedSet<Integer> missing, boolean unseen) {
        boolean lacks() {
            return unseen || !missing.isEmpty();
        }
    }

    /** Of those planned trials that are there already. */
    Map<TrialId, Standing> of(List<PlannedTrial> planned, List<Kept> keep, Collection<TrialOutline> known) {
        Map<String, PlannedTrial> byId =
                planned.stream().collect(Collectors.toMap(trial -> trial.id().value(), Function.identity()));
        Map<String, Set<Integer>> present =
                checkpoints.iterations(known.stream().map(TrialOutline::id).toList());
        Wants wants = new Wants(planned, keep);
        Map<TrialId, Standing> standings = new HashMap<>();
        for (TrialOutline outline : known) {
            PlannedTrial trial = byId.get(outline.id());
            standings.put(trial.id(), standing(trial, outline, present.getOrDefault(outline.id(), Set.of()), wants));
        }
        return standings;
    }

    private static Standing standing(PlannedTrial trial, TrialOutline outline, Set<Integer> present, Wants wants) {
        if (outline.state() != TrialState.COMPLETED) {
            return new Standing(outline.state(), present, new TreeSet<>(), false);
        }
        SortedSet<Integer> missing = wants.of(trial);
        missing.removeAll(present);
        boolean unseen = !outline.observed().coverBesideCheckpoints(trial.observations());
        return new Standing(outline.state(), present, missing, unseen);
    }
}
