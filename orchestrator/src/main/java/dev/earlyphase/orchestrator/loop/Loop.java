package dev.earlyphase.orchestrator.loop;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.quarkus.logging.Log;

/** Does its work again and again on a virtual thread: at least so often, and at once when nudged. */
public final class Loop implements AutoCloseable {
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final String name;
    private final Duration every;
    private final Runnable work;
    private final Semaphore nudges = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopped;
    private boolean failing;

    /** @param name of what it does, for the log */
    public Loop(String name, Duration every, Runnable work) {
        this.name = name;
        this.every = every;
        this.work = work;
        this.thread = Thread.ofVirtual().name(name).start(this::run);
    }

    /** There is something to do; many nudges before the next turn are one. */
    public void nudge() {
        nudges.release();
    }

    /** Ends after the turn in progress. */
    @Override
    public void close() {
        stopped = true;
        nudge();
        try {
            if (!thread.join(STOP_LIMIT)) {
                Log.warnf("%s did not stop within %d s", name, STOP_LIMIT.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!stopped) {
                turn();
                if (nudges.tryAcquire(every.toMillis(), TimeUnit.MILLISECONDS)) {
                    nudges.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Log.debugf("%s was interrupted", name);
        }
    }

    private void turn() throws InterruptedException {
        try {
            work.run();
            if (failing) {
                Log.infof("%s works again", name);
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing && !stopped) {
                Log.warnf(e, "%s fails; it is tried again every second", name);
            }
            failing = true;
            nudges.tryAcquire(PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
