package dev.earlyphase.cli.stack;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import dev.earlyphase.cli.home.ProcessIdentity;

/** Keeps what was told, to be taken by the test. */
final class RecordedEvents implements Supervised.Events {
    private final BlockingQueue<ProcessIdentity> launches = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> deaths = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> surrenders = new LinkedBlockingQueue<>();

    @Override
    public void launched(Unit unit, ProcessIdentity process) {
        launches.add(process);
    }

    @Override
    public void ready(Unit unit, Duration after) {}

    @Override
    public void died(Unit unit, String how, Duration pause) {
        deaths.add(how);
    }

    @Override
    public void gaveUp(Unit unit, String how, String logTail) {
        surrenders.add(how + ". " + logTail);
    }

    ProcessIdentity nextLaunch() {
        return next(launches, "launch");
    }

    String nextDeath() {
        return next(deaths, "death");
    }

    String surrender() {
        return next(surrenders, "surrender");
    }

    private static <T> T next(BlockingQueue<T> queue, String what) {
        try {
            T next = queue.poll(30, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("no " + what + " within 30 s");
            }
            return next;
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted while waiting for a " + what, e);
        }
    }
}
