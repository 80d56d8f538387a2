package dev.earlyphase.trainer.store;

import java.time.Duration;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.earlyphase.contracts.error.DomainException.Unavailable;

/**
 * Whether the store takes objects, found out before the first trial is taken: a trial that trains for hours and then
 * cannot be kept is worse than one that waits.
 */
@Singleton
public class StoreAtStart {
    private static final Logger LOG = Logger.getLogger(StoreAtStart.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Store store;
    private volatile String finding = "not asked yet";
    private volatile boolean ready;

    StoreAtStart(Store store) {
        this.store = store;
    }

    /** Asks again and again, with growing pauses, until the store takes objects; then does what comes next. */
    public void then(Runnable next) {
        Thread.ofVirtual().name("object store").start(() -> {
            Duration pause = FIRST_PAUSE;
            while (!ask()) {
                try {
                    Thread.sleep(pause);
                } catch (InterruptedException e) {
                    return;
                }
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
            next.run();
        });
    }

    public boolean ready() {
        return ready;
    }

    /** What was found, for people. */
    public String finding() {
        return finding;
    }

    private boolean ask() {
        try {
            store.probe();
            finding = "takes objects";
            ready = true;
        } catch (Unavailable e) {
            if (!e.getMessage().equals(finding)) {
                LOG.warnf("No trial is taken until the object store can be written to: %s", e.getMessage());
            }
            finding = e.getMessage();
        }
        return ready;
    }
}
