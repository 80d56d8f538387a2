package dev.earlyphase.analyzer.outage;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import org.jboss.logging.Logger;

/**
 * Tries again, with growing pauses, what an outage has stopped. It gives up only when the service stops: the records
 * wait in Kafka meanwhile, and readiness says what is missing.
 */
@ApplicationScoped
public class Patience {
    private static final Logger LOG = Logger.getLogger(Patience.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final CountDownLatch stopping = new CountDownLatch(1);

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    /**
     * Does the work, again and again until no outage stops it.
     *
     * @param what to do, as in "store telemetry"
     * @param work safe to repeat
     * @throws Stopping when the service stops first
     * @throws RuntimeException of the work, where it is no outage
     */
    public void persist(String what, Runnable work) {
        obtain(what, () -> {
            work.run();
            return null;
        });
    }

    /** As {@link #persist}, for work that gives a result. */
    public <T> T obtain(String what, Supplier<T> work) {
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                return work.get();
            } catch (Stopping stopping) {
                throw stopping;
            } catch (RuntimeException failure) {
                if (!Outages.isOne(failure) && !isStopping()) {
                    throw failure;
                }
                LOG.warnf("Cannot %s, trying again in %d ms: %s", what, pause.toMillis(), failure);
                if (stopsWithin(pause)) {
                    throw new Stopping(what, failure);
                }
                pause = longer(pause);
            }
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private boolean stopsWithin(Duration pause) {
        try {
            return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
