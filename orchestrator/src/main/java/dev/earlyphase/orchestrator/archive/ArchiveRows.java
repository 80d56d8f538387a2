package dev.earlyphase.orchestrator.archive;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import dev.earlyphase.contracts.archive.ArchivedStudy;
import dev.earlyphase.contracts.archive.ArchivedTrial;
import dev.earlyphase.orchestrator.json.Json;

/** Rows of what an archive has, many in a statement; each within the caller's transaction. */
@ApplicationScoped
class ArchiveRows {
    private final Session session;
    private final Json json;

    ArchiveRows(Session session, Json json) {
        this.session = session;
        this.json = json;
    }

    /** A trial as it is numbered here, at a position of the study. */
    record Numbered(int position, int begin, int end, ArchivedTrial trial) {
        static Numbered of(int position, ArchivedTrial trial) {
            return new Numbered(
                    position, trial.spec().beginIteration(), trial.spec().endIteration(), trial);
        }
    }

    /** Whether the study was not there. */
    boolean insertStudy(ArchivedStudy study, String owner) {
        var scheduling = study.request().scheduling();
        int inserted = session.createNativeMutationQuery("""
                        insert into study (id, name, request, priority, max_parallel, owner, submitted, cancelled)
                        values (:id, :name, cast(:request as jsonb), :priority, :maxParallel, :owner, :submitted,
                                :cancelled)
                        on conflict (id) do nothing""")
                .setParameter("id", study.id())
                .setParameter("name", study.name())
                .setParameter("request", json.write(study.request()))
                .setParameter("priority", scheduling.priority())
                .setParameter("maxParallel", scheduling.maxParallel())
                .setParameter("owner", owner)
                .setParameter("submitted", study.submitted())
                .setParameter("cancelled", study.cancelled())
                .executeUpdate();
        return inserted == 1;
    }

    /** The ids of those that were not there, with their checkpoints. */
    Set<String> insertTrials(List<Numbered> trials) {
        Set<String> added =
                session.createNativeQuery("""
                        insert into trial (id, spec, observations, begin_iteration, end_iteration, state, reason,
                                           attempt, ended_attempt, fresh_after, iteration, worker, started, ended,
                                           asked, observed, result, provenance, verification, mask)
                        select t ->> 'id', t -> 'spec', t -> 'observations', cast(r ->> 'begin' as int),
                               cast(r ->> 'end' as int), t ->> 'state', t ->> 'reason', cast(t ->> 'attempts' as int),
                               cast(t ->> 'attempts' as int), cast(t ->> 'freshAfter' as int),
                               cast(t ->> 'iteration' as int), t ->> 'worker', cast(t ->> 'started' as timestamptz),
                               cast(t ->> 'ended' as timestamptz), t -> 'observed', t -> 'observed', t -> 'result',
                               t -> 'provenance', t -> 'verification', t -> 'mask'
                        from jsonb_array_elements(cast(:rows as jsonb)) r cross join lateral (select r -> 'trial') x (t)
                        on conflict (id) do nothing
                        returning id""", String.class).setParameter("rows", json.write(trials)).list().stream()
                        .collect(Collectors.toSet());
        run(
                """
                insert into checkpoint (trial, iteration, attempt, purpose, weights, momentum, mask, at)
                select r #>> '{trial,id}', cast(c ->> 'iteration' as int), cast(c ->> 'attempt' as int), c ->> 'purpose',
                       c -> 'weights', c -> 'momentum', c -> 'mask', cast(c ->> 'at' as timestamptz)
                from jsonb_array_elements(cast(:rows as jsonb)) r
                cross join lateral jsonb_array_elements(r -> 'trial' -> 'checkpoints') c""",
                trials.stream()
                        .filter(row -> added.contains(row.trial().id().value()))
                        .toList());
        return added;
    }

    /** What the trials are in the study, and what they rest on. */
    void insertPlaces(String study, List<Numbered> trials) {
        session.createNativeMutationQuery("""
                        insert into study_trial (study, position, trial, seed, level, rewind, family, variant)
                        select :study, cast(r ->> 'position' as int), r #>> '{trial,id}',
                               cast(r #>> '{trial,role,seed}' as bigint), cast(r #>> '{trial,role,level}' as int),
                               r #>> '{trial,role,rewind}', r #>> '{trial,role,family}', r #>> '{trial,role,variant}'
                        from jsonb_array_elements(cast(:rows as jsonb)) r""")
                .setParameter("study", study)
                .setParameter("rows", json.write(trials))
                .executeUpdate();
        run("""
                insert into dependency (child, parent, iteration)
                select r #>> '{trial,id}', n ->> 'parent', cast(n ->> 'iteration' as int)
                from jsonb_array_elements(cast(:rows as jsonb)) r
                cross join lateral jsonb_array_elements(r -> 'trial' -> 'needs') n
                on conflict do nothing""", trials);
    }

    private void run(String sql, List<Numbered> trials) {
        session.createNativeMutationQuery(sql)
                .setParameter("rows", json.write(trials))
                .executeUpdate();
    }
}
