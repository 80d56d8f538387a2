package dev.earlyphase.orchestrator.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.hibernate.Session;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.orchestrator.Settings;
import dev.earlyphase.orchestrator.loop.Loop;
import dev.earlyphase.orchestrator.retention.Leftovers;
import dev.earlyphase.orchestrator.retention.Retention;
import dev.earlyphase.orchestrator.store.Clock;
import dev.earlyphase.orchestrator.store.Transactions;
import dev.earlyphase.orchestrator.trial.AttemptHistory;
import dev.earlyphase.orchestrator.trial.Attempts;
import dev.earlyphase.orchestrator.trial.Replays;
import dev.earlyphase.orchestrator.trial.Trial;
import dev.earlyphase.orchestrator.trial.TrialGraph;
import dev.earlyphase.orchestrator.trial.TrialsChanged;
import dev.earlyphase.orchestrator.worker.Workers;

/** Puts right, on a timer, what no event will: leases run out, offers get lost, workers vanish. */
@ApplicationScoped
public class Reconciler {
    private static final Duration LONGEST_LEASE = Duration.ofSeconds(60);

    private final Session session;
    private final Clock clock;
    private final TrialGraph graph;
    private final Replays replays;
    private final Retention retention;
    private final Leftovers leftovers;
    private final Workers workers;
    private final AttemptHistory history;
    private final Event<TrialsChanged> changes;
    private final Settings settings;
    private final Attempts attempts;
    private final Counter expiries;
    private boolean graceGiven;
    private Loop loop;

    Reconciler(
            Session session,
            Clock clock,
            TrialGraph graph,
            Replays replays,
            Retention retention,
            Leftovers leftovers,
            Workers workers,
            AttemptHistory history,
            Event<TrialsChanged> changes,
            Settings settings,
            MeterRegistry meters) {
        this.session = session;
        this.clock = clock;
        this.graph = graph;
        this.replays = replays;
        this.retention = retention;
        this.leftovers = leftovers;
        this.workers = workers;
        this.history = history;
        this.changes = changes;
        this.settings = settings;
        this.attempts = Attempts.of(settings);
        this.expiries = Counter.builder("earlyphase.lease.expiries")
                .description("Attempts whose worker was not heard of for its lease")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        Duration lease = settings.lease().length();
        Check.that(
                lease.toSeconds() >= 1 && lease.compareTo(LONGEST_LEASE) <= 0,
                "earlyphase.lease.length",
                lease,
                "1s to " + LONGEST_LEASE.toSeconds() + "s");
        loop = new Loop("reconciliation", settings.reconcile().every(), this::reconcile);
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    private void reconcile() {
        if (!graceGiven) {
            Transactions.run(this::giveGrace);
            graceGiven = true;
        }
        Transactions.run(this::endExpiredAttempts);
        Transactions.run(this::repeatUnclaimedOffers);
        Transactions.run(retention::drop);
        Transactions.run(leftovers::sweep);
        Transactions.run(() -> {
            replays.ofDropped();
            graph.promoteAll();
            graph.block();
            int dropped = workers.dropUnseen();
            if (dropped > 0) {
                Log.warnf("Workers unseen for too long: dropped=%d", dropped);
            }
            changes.fire(new TrialsChanged());
        });
    }

    /** While no orchestrator ran nobody could renew a lease, so none that is in use runs out because of that. */
    private void giveGrace() {
        session.createNativeMutationQuery("""
                        update trial set lease_until = greatest(lease_until, now() + make_interval(secs => :lease))
                        where state = 'running'""")
                .setParameter("lease", seconds(settings.lease().length()))
                .executeUpdate();
    }

    private void endExpiredAttempts() {
        Instant now = clock.now();
        List<Trial> expired = session.createNativeQuery("""
                        select * from trial where state = 'running' and lease_until < now()
                        for update skip locked""", Trial.class).list();
        for (Trial trial : expired) {
            String reason = "worker " + trial.worker + " was not heard of for its lease";
            Log.warnf("Lease ran out: trial=%s attempt=%d worker=%s", trial.id, trial.attempt, trial.worker);
            trial.failAttempt(reason, attempts, now);
            history.lost(trial, reason);
            expiries.increment();
        }
    }

    /** Only while slots are idle: a busy worker leaves an offer where it is. */
    private void repeatUnclaimedOffers() {
        if (workers.idle() == 0) {
            return;
        }
        int repeated = session.createNativeMutationQuery("""
                        update trial t set state = 'ready', dispatched = null
                        where t.state = 'dispatched'
                          and t.dispatched < now() - make_interval(secs => :unclaimed)
                          and not exists (select 1 from outbox o where o.key = t.id)""")
                .setParameter("unclaimed", seconds(settings.dispatch().unclaimed()))
                .executeUpdate();
        if (repeated > 0) {
            Log.infof("Offers that nobody claimed are made again: trials=%d", repeated);
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
