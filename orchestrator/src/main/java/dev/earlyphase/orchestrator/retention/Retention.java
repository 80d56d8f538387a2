package dev.earlyphase.orchestrator.retention;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import org.hibernate.Session;

import dev.earlyphase.contracts.event.CheckpointsDropped;
import dev.earlyphase.contracts.event.Schema;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.orchestrator.outbox.Outbox;
import dev.earlyphase.orchestrator.store.Advisory;
import dev.earlyphase.orchestrator.store.Clock;

/**
 * Drops checkpoints: those for resuming once their trial has its result, and, when studies are over, those that none of
 * them keeps. A study that still runs keeps all, so that no trial of it is without what it needs; what is needed again
 * later is made by training again.
 */
@ApplicationScoped
public class Retention {
    private static final String FOR_RESUMING = """
            delete from checkpoint c using trial t
            where t.id = c.trial and c.purpose = 'recovery' and t.state in ('completed', 'diverged')
              and c.iteration <> t.begin_iteration and c.iteration <> t.end_iteration
              and not (t.observations -> 'checkpoints') @> to_jsonb(c.iteration)
              and not exists (select 1 from dependency d where d.parent = c.trial and d.iteration = c.iteration)
            returning c.trial, t.attempt, c.iteration""";

    private static final String KEPT_BY_NO_STUDY = """
            with sparing as (
                select s.id, s.request -> 'observe' -> 'keep' as keep from study s
                where jsonb_array_length(s.request -> 'observe' -> 'keep') < 4
                  and (s.cancelled or not exists (
                      select 1 from study_trial st join trial t on t.id = st.trial
                      where st.study = s.id and t.state in ('waiting', 'ready', 'dispatched', 'running')))
            ), candidate as (
                select c.trial, t.attempt, c.iteration,
                       case when c.iteration = t.begin_iteration then 'start'
                            when c.iteration = t.end_iteration then 'end'
                            when exists (select 1 from dependency d
                                         where d.parent = c.trial and d.iteration = c.iteration)
                                then 'rewinding-points'
                            else 'snapshots' end as kind
                from trial t join checkpoint c on c.trial = t.id
                where t.state in ('completed', 'diverged')
                  and t.id in (select st.trial from study_trial st join sparing on sparing.id = st.study)
                  and not exists (select 1 from study_trial st
                                  where st.trial = t.id and st.study not in (select id from sparing))
            ), doomed as (
                select trial, attempt, iteration from candidate
                where not exists (select 1 from study_trial st join sparing on sparing.id = st.study
                                  where st.trial = candidate.trial and sparing.keep @> to_jsonb(candidate.kind))
                  and not exists (select 1 from dependency d join trial child on child.id = d.child
                                  where d.parent = candidate.trial and d.iteration = candidate.iteration
                                    and child.state in ('waiting', 'ready', 'dispatched', 'running'))
            )
            delete from checkpoint c using doomed
            where c.trial = doomed.trial and c.iteration = doomed.iteration
            returning c.trial, doomed.attempt, c.iteration""";

    private final Session session;
    private final Outbox outbox;
    private final Clock clock;

    Retention(Session session, Outbox outbox, Clock clock) {
        this.session = session;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Dropped(String trial, int attempt, int iteration) {}

    private record Attempt(String trial, int number) {}

    /** Within the caller's transaction. While a submission decides what is there nothing is dropped. */
    public void drop() {
        if (!Advisory.SUBMISSION.tryTake(session)) {
            return;
        }
        List<Dropped> dropped = new ArrayList<>();
        dropped.addAll(session.createNativeQuery(FOR_RESUMING, Dropped.class).list());
        dropped.addAll(
                session.createNativeQuery(KEPT_BY_NO_STUDY, Dropped.class).list());
        if (!dropped.isEmpty()) {
            tell(dropped);
        }
    }

    private void tell(List<Dropped> dropped) {
        Instant now = clock.now();
        Map<Attempt, List<Integer>> iterations = dropped.stream()
                .collect(Collectors.groupingBy(
                        row -> new Attempt(row.trial(), row.attempt()),
                        Collectors.mapping(Dropped::iteration, Collectors.toList())));
        outbox.tell(iterations.entrySet().stream()
                .map(entry -> new CheckpointsDropped(
                        Schema.VERSION,
                        new TrialId(entry.getKey().trial()),
                        entry.getKey().number(),
                        0,
                        now,
                        entry.getValue().stream().sorted().toList()))
                .toList());
        Log.infof("Checkpoints dropped: trials=%d checkpoints=%d", iterations.size(), dropped.size());
    }
}
