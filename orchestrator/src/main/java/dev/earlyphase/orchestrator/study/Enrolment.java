package dev.earlyphase.orchestrator.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import dev.earlyphase.contracts.study.Observe.Kept;
import dev.earlyphase.contracts.trial.Observations;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.orchestrator.json.Json;
import dev.earlyphase.orchestrator.recipe.PlannedTrial;
import dev.earlyphase.orchestrator.recipe.PlannedTrial.Dependency;
import dev.earlyphase.orchestrator.study.Standings.Standing;
import dev.earlyphase.orchestrator.trial.Replays;
import dev.earlyphase.orchestrator.trial.Trial;
import dev.earlyphase.orchestrator.trial.TrialGraph;
import dev.earlyphase.orchestrator.trial.TrialOutline;
import dev.earlyphase.orchestrator.trial.Trials;

/**
 * Planned trials become a study's own: new ones are inserted, those of other studies are shared. A shared one gets the
 * union of what all want to see of it, goes on if it was cancelled, and is trained again if it is completed and lacks
 * something. A new one that was deleted before goes on counting its attempts.
 */
@ApplicationScoped
public class Enrolment {
    private final Session session;
    private final Json json;
    private final Trials trials;
    private final Standings standings;
    private final Replays replays;
    private final TrialGraph graph;

    Enrolment(Session session, Json json, Trials trials, Standings standings, Replays replays, TrialGraph graph) {
        this.session = session;
        this.json = json;
        this.trials = trials;
        this.standings = standings;
        this.replays = replays;
        this.graph = graph;
    }

    private record TrialRow(String id, TrialSpec spec, Observations observations, int begin, int end) {}

    private record PlaceRow(
            int position, String trial, long seed, int level, String rewind, String family, String variant) {}

    /** Within the caller's transaction; returns how many trials are new. */
    int enrol(String study, List<PlannedTrial> planned, List<Kept> keep) {
        Set<String> added = insertTrials(planned);
        insertPlaces(study, planned);
        insertDependencies(planned);
        if (added.size() < planned.size()) {
            share(planned, keep, added);
        }
        replays.ofDropped();
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
                        insert into trial (id, spec, observations, begin_iteration, end_iteration, iteration, state,
                                           attempt, ended_attempt)
                        select id, spec, observations, "begin", "end", "begin", 'waiting',
                               coalesce(f.attempt, 0), coalesce(f.attempt, 0)
                        from jsonb_to_recordset(cast(:rows as jsonb))
                            as row (id text, spec jsonb, observations jsonb, "begin" int, "end" int)
                        left join forgotten f on f.trial = row.id
                        on conflict (id) do nothing
                        returning id""", String.class)
                .setParameter("rows", json.write(rows))
                .list());
    }

    private void insertPlaces(String study, List<PlannedTrial> planned) {
        List<PlaceRow> rows = new ArrayList<>();
        for (PlannedTrial trial : planned) {
            var role = trial.role();
            rows.add(new PlaceRow(
                    rows.size(),
                    trial.id().value(),
                    role.seed(),
                    role.level(),
                    role.rewind(),
                    role.family(),
                    role.variant()));
        }
        session.createNativeMutationQuery("""
                        insert into study_trial (study, position, trial, seed, level, rewind, family, variant)
                        select :study, position, trial, seed, level, rewind, family, variant
                        from jsonb_to_recordset(cast(:rows as jsonb))
                            as row (position int, trial text, seed bigint, level int, rewind text, family text,
                                    variant text)
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

    private void share(List<PlannedTrial> planned, List<Kept> keep, Set<String> added) {
        Map<String, Observations> wanted = planned.stream()
                .filter(trial -> !added.contains(trial.id().value()))
                .collect(Collectors.toMap(trial -> trial.id().value(), PlannedTrial::observations));
        List<TrialOutline> shared = trials.lockOutlines(wanted.keySet());
        Map<TrialId, Standing> standing = standings.of(planned, keep, shared);
        List<String> touched = shared.stream()
                .filter(trial -> standing.get(new TrialId(trial.id())).lacks()
                        || !trial.observations().union(wanted.get(trial.id())).equals(trial.observations()))
                .map(TrialOutline::id)
                .toList();
        graph.revive(wanted.keySet());
        trials.all(touched).forEach(trial -> observe(trial, wanted.get(trial.id), standing.get(trial.trialId())));
        session.flush();
    }

    private static void observe(Trial trial, Observations wanted, Standing standing) {
        trial.observations = trial.observations.union(wanted);
        if (standing.unseen()) {
            trial.replay();
        } else if (standing.lacks()) {
            trial.replay(standing.missing());
        }
    }
}
