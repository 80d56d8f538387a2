package dev.earlyphase.trainer.lease;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.earlyphase.contracts.claim.Heartbeat;
import dev.earlyphase.contracts.claim.Orders;
import dev.earlyphase.contracts.error.DomainException.Unavailable;
import dev.earlyphase.trainer.config.WorkerConfig;
import dev.earlyphase.trainer.config.WorkerName;
import dev.earlyphase.trainer.engine.EngineChoice;
import dev.earlyphase.trainer.orchestrator.Orchestrator;
import dev.earlyphase.trainer.time.Deadline;

/** Tells the orchestrator, every so often, that this worker and its attempts live, and passes on what it orders. */
@Singleton
public class Heartbeats {
    private static final Logger LOG = Logger.getLogger(Heartbeats.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

    private final Orchestrator orchestrator;
    private final WorkerName worker;
    private final EngineChoice engine;
    private final int slots;
    private final Duration interval;
    private final Set<RunningAttempt> running = ConcurrentHashMap.newKeySet();
    private volatile boolean accepting = true;
    private volatile boolean answered = true;
    private Thread thread;

    Heartbeats(Orchestrator orchestrator, WorkerConfig config, WorkerName worker, EngineChoice engine) {
        this.orchestrator = orchestrator;
        this.worker = worker;
        this.engine = engine;
        this.slots = config.worker().slots();
        this.interval = config.worker().heartbeat();
    }

    public void start() {
        thread = Thread.ofVirtual().name("heartbeats").start(this::run);
    }

    /** From now on the attempt's lease is renewed. One that was claimed while the worker was stopping ends too. */
    public void add(RunningAttempt attempt) {
        running.add(attempt);
        if (!accepting) {
            attempt.obey(Orders.Kind.STOP);
        }
    }

    public void remove(RunningAttempt attempt) {
        running.remove(attempt);
    }

    /** Whether the orchestrator answered the last one. */
    public boolean answered() {
        return answered;
    }

    public boolean idle() {
        return running.isEmpty();
    }

    /** Nothing more is to be offered; all attempts are to write a checkpoint and release their trial. */
    public void stopAll() {
        accepting = false;
        running.forEach(attempt -> attempt.obey(Orders.Kind.STOP));
    }

    /** Renews all leases now; returns whether the orchestrator answered. */
    public synchronized boolean beat() {
        return beat(running.stream().toList());
    }

    private boolean beat(List<RunningAttempt> attempts) {
        var heartbeat = new Heartbeat(
                worker.toString(),
                engine.line(),
                slots,
                accepting,
                attempts.stream().map(RunningAttempt::beat).toList());
        try {
            Orders orders = orchestrator.beat(heartbeat);
            for (Orders.Order order : orders.orders()) {
                attempts.stream().filter(a -> a.is(order)).forEach(a -> a.obey(order.kind()));
            }
            answered = true;
        } catch (Unavailable e) {
            if (answered) {
                LOG.warnf("Training goes on, but leases are not renewed: %s", e.getMessage());
            }
            answered = false;
        }
        return answered;
    }

    /** Returns when the orchestrator has the end of an attempt on record, so that its lease is needed no more. */
    public void awaitEnded(RunningAttempt attempt) throws InterruptedException {
        Deadline deadline = Deadline.after(LONGEST_WAIT);
        Duration pause = FIRST_PAUSE;
        while (!deadline.hasPassed()) {
            // Of this attempt alone: the leases of a worker's other slots are renewed in their time.
            beat(List.of(attempt));
            if (attempt.order() == Orders.Kind.ENDED || attempt.order() == Orders.Kind.ABORT) {
                return;
            }
            Thread.sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
        LOG.errorf("After %s the orchestrator has still not recorded the end of an attempt", LONGEST_WAIT);
    }

    public void stop() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** A slot that asked for too much memory leaves none to others for a moment. */
    private void beatWhateverHappens() {
        try {
            beat();
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.error("A heartbeat failed, the next will follow", e);
        }
    }

    private void run() {
        try {
            while (true) {
                beatWhateverHappens();
                Thread.sleep(interval);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
