package dev.earlyphase.trainer.worker;

import java.time.Duration;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

import dev.earlyphase.trainer.config.WorkerConfig;
import dev.earlyphase.trainer.crash.CrashReports;
import dev.earlyphase.trainer.lease.Heartbeats;
import dev.earlyphase.trainer.offer.Offers;
import dev.earlyphase.trainer.store.StoreAtStart;
import dev.earlyphase.trainer.time.Deadline;

/** Starts the worker; stops it so that every running trial has a checkpoint and goes to another worker at once. */
@Singleton
final class Lifecycle {
    private static final Logger LOG = Logger.getLogger(Lifecycle.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final CrashReports crashes;
    private final Offers offers;
    private final Heartbeats heartbeats;
    private final StoreAtStart store;
    private final Duration grace;

    Lifecycle(CrashReports crashes, Offers offers, Heartbeats heartbeats, StoreAtStart store, WorkerConfig config) {
        this.crashes = crashes;
        this.offers = offers;
        this.heartbeats = heartbeats;
        this.store = store;
        this.grace = config.worker().grace();
    }

    void started(@Observes StartupEvent event) {
        crashes.start();
        heartbeats.start();
        store.then(offers::start);
    }

    void stopping(@Observes ShutdownEvent event) throws InterruptedException {
        heartbeats.stopAll();
        offers.stop();
        Deadline deadline = Deadline.after(grace);
        while (!heartbeats.idle() && !deadline.hasPassed()) {
            Thread.sleep(LOOK_EVERY);
        }
        if (!heartbeats.idle()) {
            LOG.warnf("Stopping although a trial still runs after %s; its lease will run out", grace);
        }
        heartbeats.beat();
        heartbeats.stop();
    }
}
