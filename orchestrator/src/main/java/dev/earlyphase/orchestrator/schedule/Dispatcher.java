package dev.earlyphase.orchestrator.schedule;

import java.util.Comparator;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.hibernate.Session;

import dev.earlyphase.contracts.event.Schema;
import dev.earlyphase.contracts.event.TrialOffer;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.orchestrator.Settings;
import dev.earlyphase.orchestrator.json.Json;
import dev.earlyphase.orchestrator.loop.Loop;
import dev.earlyphase.orchestrator.outbox.Outbox;
import dev.earlyphase.orchestrator.quota.Quotas;
import dev.earlyphase.orchestrator.store.Advisory;
import dev.earlyphase.orchestrator.store.Transactions;
import dev.earlyphase.orchestrator.trial.TrialsChanged;
import dev.earlyphase.orchestrator.worker.Workers;

/**
 * Offers as many ready trials as there are idle slots and a few more: those of the highest priority first. Among equals
 * owners take turns, whoever has least at work first, and of one owner's trials the oldest goes first. A trial that
 * several studies want has the highest of their priorities, runs if any of them has room below its limit of parallel
 * trials, and is charged to the owner who thereby gets it. Owners at their quota are passed over.
 */
@ApplicationScoped
public class Dispatcher {
    private final Session session;
    private final Json json;
    private final Workers workers;
    private final Outbox outbox;
    private final Quotas quotas;
    private final Settings.Dispatch settings;
    private Loop loop;

    Dispatcher(Session session, Json json, Workers workers, Outbox outbox, Quotas quotas, Settings settings) {
        this.session = session;
        this.json = json;
        this.workers = workers;
        this.outbox = outbox;
        this.quotas = quotas;
        this.settings = settings.dispatch();
    }

    private record Chosen(String id, long number, int priority, String spec, String traceparent) {}

    void start(@Observes StartupEvent event) {
        loop = new Loop("dispatch", settings.every(), this::dispatch);
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    void nudge(@Observes(during = TransactionPhase.AFTER_SUCCESS) TrialsChanged change) {
        loop.nudge();
    }

    private void dispatch() {
        Transactions.run(() -> {
            // Two orchestrators that count the idle slots at once would fill them twice.
            if (Advisory.DISPATCH.tryTake(session)) {
                int room = room();
                if (room > 0) {
                    choose(room).forEach(this::offer);
                }
            }
        });
    }

    /** Without any worker nothing is offered, so that offers do not pile up over night. */
    private int room() {
        if (workers.slots() == 0) {
            return 0;
        }
        int offered = session.createNativeQuery(
                        "select cast(count(*) as int) from trial where state = 'dispatched'", Integer.class)
                .getSingleResult();
        return workers.idle() + settings.margin() - offered;
    }

    private List<Chosen> choose(int room) {
        return session
                .createNativeQuery("""
                        with busy as (
                            select st.study, count(*) as trials
                            from trial t join study_trial st on st.trial = t.id
                            where t.state in ('dispatched', 'running')
                            group by st.study
                        ), charged as (
                            select charged_to as owner, count(*) as trials
                            from trial where state in ('dispatched', 'running') group by charged_to
                        ), candidate as (
                            select st.trial, t.number, s.priority, s.owner,
                                   s.max_parallel - coalesce(b.trials, 0) as room,
                                   row_number() over (partition by st.study order by t.number) as place
                            from trial t
                            join study_trial st on st.trial = t.id
                            join study s on s.id = st.study and not s.cancelled
                            left join busy b on b.study = s.id
                            where t.state = 'ready' and (t.not_before is null or t.not_before <= now())
                        ), wish as (
                            select trial, owner, min(number) as number, max(priority) as priority
                            from candidate where place <= room group by trial, owner
                        ), queued as (
                            select w.*, coalesce(c.trials, 0) + row_number() over
                                       (partition by w.owner order by w.priority desc, w.number) as turn
                            from wish w left join charged c using (owner)
                        ), allowed as (
                            select distinct on (trial) trial, owner, number, priority, turn from queued
                            where turn <= coalesce(cast(cast(:limits as jsonb) ->> owner as int), :general)
                            order by trial, priority desc, turn
                        ), chosen as (
                            select trial, owner, priority from allowed
                            order by priority desc, turn, number limit :room
                        ), held as (
                            select t.id, c.owner, c.priority from trial t join chosen c on c.trial = t.id
                            where t.state = 'ready' for update of t skip locked
                        )
                        update trial t set state = 'dispatched', dispatched = now(), not_before = null,
                                           charged_to = held.owner
                        from held where t.id = held.id
                        returning t.id, t.number, held.priority, cast(t.spec as text),
                                  (select s.traceparent from study s join study_trial st on st.study = s.id
                                   where st.trial = t.id and s.owner = held.owner and not s.cancelled
                                   order by s.priority desc, s.number limit 1)""", Chosen.class)
                .setParameter("room", room)
                .setParameter("limits", json.write(quotas.runningTrials()))
                .setParameter("general", quotas.generalRunningTrials())
                .list()
                .stream()
                .sorted(Comparator.comparingInt(Chosen::priority).reversed().thenComparingLong(Chosen::number))
                .toList();
    }

    private void offer(Chosen chosen) {
        var offer = new TrialOffer(
                Schema.VERSION, new TrialId(chosen.id()), chosen.priority(), json.read(chosen.spec(), TrialSpec.class));
        outbox.offer(offer, chosen.traceparent());
        Log.debugf("Trial offered: trial=%s priority=%d", chosen.id(), chosen.priority());
    }
}
