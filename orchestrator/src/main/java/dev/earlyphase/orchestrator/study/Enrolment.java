package dev.earlyphase.orchestrator.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import dev.earlyphase.contracts.trial.Observations;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.contracts.trial.TrialState;
import dev.earlyphase.orchestrator.json.Json;
import dev.earlyphase.orchestrator.recipe.PlannedTrial;
import dev.earlyphase.orchestrator.recipe.PlannedTrial.Dependency;
import dev.earlyphase.orchestrator.trial.Checkpoints;
import dev.earlyphase.orchestrator.trial.Trial;
import dev.earlyphase.orchestrator.trial.TrialGraph;
import dev.earlyphase.orchestrator.trial.TrialOutline;
import dev.earlyphase.orchestrator.trial.Trials;

/**
 * Planned trials become a study's own: new ones are inserted, those of other studies are shared. A shared one gets the
 * union of what all want to see of it, goes on if it was cancelled, and is trained again if it is completed and lacks a
 * checkpoint.
 */
@ApplicationScoped
public class Enrolment {
    private final Session session;
    private final Json json;
    private final Trials trials;
    private final Checkpoints checkpoints;
    private final TrialGraph graph;

    Enrolment(Session session, Json json, Trials trials, Checkpoints checkpoints, TrialGraph graph) {
        this.session = session;
        this.json = json;
        this.trials = trials;
        this.checkpoints = checkpoints;
        this.graph = graph;
    }

    private record TrialRow(String id, TrialSpec spec, Observations observations, int begin, int end) {}

    private record PlaceRow(int position, String trial, long seed, int level, String rewind) {}

    /** Within the caller's transaction; returns how many trials are new. */
    int enrol(String study, List<PlannedTrial> planned) {
        Set<String> added = insertTrials(planned);
        insertPlaces(study, planned);
        insertDependencies(planned);
        share(planned.stream()
                .filter(trial -> !added.contains(trial.id().value()))
                .toList());
        graph.promoteAll();
        graph.block();
        return added.size();
    }

    private Set<String> insertTrials(List<PlannedTrial> planned) {
        List<TrialRow> rows = planned.stream()
                .map(trial -> new TrialRow(
                        trial.id().value(),
                        trial.spec(),
                        trial.observations(),
                        trial.spec().beginIteration(),
                        trial.spec().endIteration()))
                .toList();
        return new HashSet<>(session.createNativeQuery("""
                        insert into trial (id, spec, observations, begin_iteration, end_iteration, iteration, state)
                        select id, spec, observations, "begin", "end", "begin", 'waiting'
                        from jsonb_to_recordset(cast(:rows as jsonb))
                            as row (id text, spec jsonb, observations jsonb, "begin" int, "end" int)
                        on conflict (id) do nothing
                        returning id""", String.class)
                .setParameter("rows", json.write(rows))
                .list());
    }

    private void insertPlaces(String study, List<PlannedTrial> planned) {
        List<PlaceRow> rows = new ArrayList<>();
        for (PlannedTrial trial : planned) {
            var role = trial.role();
            rows.add(new PlaceRow(rows.size(), trial.id().value(), role.seed(), role.level(), role.rewind()));
        }
        session.createNativeMutationQuery("""
                        insert into study_trial (study, position, trial, seed, level, rewind)
                        select :study, position, trial, seed, level, rewind
                        from jsonb_to_recordset(cast(:rows as jsonb))
                            as row (position int, trial text, seed bigint, level int, rewind text)
                        on conflict do nothing""")
                .setParameter("study", study)
                .setParameter("rows", json.write(rows))
                .executeUpdate();
    }

    private void insertDependencies(List<PlannedTrial> planned) {
        List<Dependency> rows =
                planned.stream().flatMap(trial -> trial.dependencies().stream()).toList();
        session.createNativeMutationQuery("""
                        insert into dependency (child, parent, iteration)
                        select child, parent, iteration
                        from jsonb_to_recordset(cast(:rows as jsonb)) as row (child text, parent text, iteration int)
                        on conflict do nothing""")
                .setParameter("rows", json.write(rows))
                .executeUpdate();
    }

    private void share(List<PlannedTrial> shared) {
        Map<String, Observations> wanted =
                shared.stream().collect(Collectors.toMap(trial -> trial.id().value(), PlannedTrial::observations));
        List<String> wantMore = trials.lockOutlines(wanted.keySet()).stream()
                .filter(trial ->
                        !trial.observations().union(wanted.get(trial.id())).equals(trial.observations()))
                .map(TrialOutline::id)
                .toList();
        graph.revive(wanted.keySet());
        trials.all(wantMore).forEach(trial -> observe(trial, wanted.get(trial.id)));
        session.flush();
    }

    private void observe(Trial trial, Observations wanted) {
        trial.observations = trial.observations.union(wanted);
        if (trial.state == TrialState.COMPLETED) {
            SortedSet<Integer> missing = checkpoints.missing(trial, wanted);
            if (!missing.isEmpty()) {
                trial.replay(missing);
            }
        }
    }
}
