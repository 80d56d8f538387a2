package dev.earlyphase.orchestrator.schedule;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.hibernate.Session;

import dev.earlyphase.contracts.trial.TrialState;
import dev.earlyphase.orchestrator.Settings;
import dev.earlyphase.orchestrator.loop.Loop;
import dev.earlyphase.orchestrator.store.Transactions;
import dev.earlyphase.orchestrator.trial.TrialStateColumn;
import dev.earlyphase.orchestrator.worker.Worker;
import dev.earlyphase.orchestrator.worker.Workers;

/** What Postgres holds, counted for Prometheus every so often and not at every scrape. */
@ApplicationScoped
public class TrialMetrics {
    private final Session session;
    private final Workers workers;
    private final Settings.Count settings;
    private final Map<TrialState, Level> trials = new EnumMap<>(TrialState.class);
    private final Level queueAge;
    private final Level outboxRows;
    private final Level outboxAge;
    private final Level slots;
    private final Level busySlots;
    private final Level liveWorkers;
    private final Level keptBytes;
    private List<Loop> loops = List.of();

    TrialMetrics(Session session, Workers workers, Settings settings, MeterRegistry meters) {
        this.session = session;
        this.workers = workers;
        this.settings = settings.count();
        for (TrialState state : TrialState.values()) {
            trials.put(state, Level.of("earlyphase.trials", "Trials by state", meters, "state", state.id()));
        }
        queueAge = Level.of("earlyphase.queue.age.seconds", "Age of the oldest trial that waits for a slot", meters);
        outboxRows = Level.of("earlyphase.outbox.rows", "Records that Kafka does not have yet", meters);
        outboxAge = Level.of(
                "earlyphase.outbox.age.seconds", "Age of the oldest record that Kafka does not have yet", meters);
        slots = Level.of("earlyphase.slots", "Slots of the workers that take trials", meters);
        busySlots = Level.of("earlyphase.slots.in.use", "Slots in which a trial runs", meters);
        liveWorkers = Level.of("earlyphase.workers", "Workers seen of late", meters);
        keptBytes = Level.of("earlyphase.kept.bytes", "Size of all checkpoints and masks on record", meters);
    }

    private record Count(String state, long trials) {}

    private record Ages(double queue, long outboxRows, double outbox) {}

    void start(@Observes StartupEvent event) {
        loops = List.of(
                new Loop("metrics", settings.every(), () -> Transactions.run(this::count)),
                new Loop("metrics of storage", settings.bytesEvery(), () -> Transactions.run(this::weigh)));
    }

    void stop(@Observes ShutdownEvent event) {
        loops.forEach(Loop::close);
    }

    private void count() {
        Map<TrialState, Long> counts = new EnumMap<>(TrialState.class);
        session.createNativeQuery("select state, count(*) from trial group by state", Count.class)
                .list()
                .forEach(count -> counts.put(TrialStateColumn.of(count.state()), count.trials()));
        trials.forEach((state, level) -> level.set(counts.getOrDefault(state, 0L)));
        Ages ages = session.createNativeQuery("""
                        select cast(coalesce((select extract(epoch from now() - min(ready_since)) from trial
                                              where state in ('ready', 'dispatched') and ready_since <= now()), 0)
                                    as double precision),
                               count(*),
                               cast(coalesce(extract(epoch from now() - min(created)), 0) as double precision)
                        from outbox""", Ages.class).getSingleResult();
        queueAge.set(ages.queue());
        outboxRows.set(ages.outboxRows());
        outboxAge.set(ages.outbox());
        List<Worker> live = workers.all();
        slots.set(
                live.stream().filter(Worker::accepting).mapToInt(Worker::slots).sum());
        busySlots.set(live.stream().mapToInt(Worker::running).sum());
        liveWorkers.set(live.size());
    }

    private void weigh() {
        keptBytes.set(session.createNativeQuery("""
                        select cast(coalesce(sum(cast(ref ->> 'bytes' as bigint)), 0) as bigint)
                        from (select weights as ref from checkpoint
                              union all select momentum from checkpoint
                              union all select mask from trial) object
                        where jsonb_typeof(ref) = 'object'""", Long.class).getSingleResult());
    }
}
