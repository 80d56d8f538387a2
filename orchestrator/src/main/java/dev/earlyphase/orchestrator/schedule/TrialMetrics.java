package dev.earlyphase.orchestrator.schedule;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.hibernate.Session;

import dev.earlyphase.contracts.trial.TrialState;
import dev.earlyphase.orchestrator.loop.Loop;
import dev.earlyphase.orchestrator.outbox.Outbox;
import dev.earlyphase.orchestrator.store.Transactions;
import dev.earlyphase.orchestrator.trial.TrialStateColumn;
import dev.earlyphase.orchestrator.worker.Worker;
import dev.earlyphase.orchestrator.worker.Workers;

/** Counts for Prometheus, taken every few seconds and not at every scrape. */
@ApplicationScoped
public class TrialMetrics {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Session session;
    private final Outbox outbox;
    private final Workers workers;
    private final Map<TrialState, AtomicLong> trials = new EnumMap<>(TrialState.class);
    private final AtomicLong waitingRecords;
    private final AtomicLong slots;
    private final AtomicLong liveWorkers;
    private Loop loop;

    TrialMetrics(Session session, Outbox outbox, Workers workers, MeterRegistry meters) {
        this.session = session;
        this.outbox = outbox;
        this.workers = workers;
        for (TrialState state : TrialState.values()) {
            AtomicLong count = new AtomicLong();
            trials.put(state, count);
            Gauge.builder("earlyphase.trials", count, AtomicLong::get)
                    .tag("state", state.id())
                    .description("Trials by state")
                    .register(meters);
        }
        waitingRecords = gauge(meters, "earlyphase.outbox.rows", "Records that Kafka does not have yet");
        slots = gauge(meters, "earlyphase.slots", "Slots of the workers that take trials");
        liveWorkers = gauge(meters, "earlyphase.workers", "Workers seen of late");
    }

    private record Count(String state, long trials) {}

    void start(@Observes StartupEvent event) {
        loop = new Loop("metrics", EVERY, () -> Transactions.run(this::count));
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    private void count() {
        Map<TrialState, Long> counts = new EnumMap<>(TrialState.class);
        session.createNativeQuery("select state, count(*) from trial group by state", Count.class)
                .list()
                .forEach(count -> counts.put(TrialStateColumn.of(count.state()), count.trials()));
        trials.forEach((state, gauge) -> gauge.set(counts.getOrDefault(state, 0L)));
        waitingRecords.set(outbox.count());
        var live = workers.all();
        slots.set(
                live.stream().filter(Worker::accepting).mapToInt(Worker::slots).sum());
        liveWorkers.set(live.size());
    }

    private static AtomicLong gauge(MeterRegistry meters, String name, String description) {
        AtomicLong value = new AtomicLong();
        Gauge.builder(name, value, AtomicLong::get).description(description).register(meters);
        return value;
    }
}
