package dev.earlyphase.cli.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import dev.earlyphase.cli.home.ProcessIdentity;
import dev.earlyphase.launcher.ManagedProcess;

/**
 * Keeps one unit running, in a thread that owns its process: starts it again when it dies, until it is stopped or has
 * died too often.
 */
final class Supervised {
    private static final Duration READY_LIMIT = Duration.ofSeconds(120);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final Unit unit;
    private final Events events;
    private final RestartPolicy policy;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final Thread keeper;
    private volatile boolean stopping;

    /** What happens to a unit; told from its own thread. */
    interface Events {
        void launched(Unit unit, ProcessIdentity process);

        void ready(Unit unit, Duration after);

        void died(Unit unit, String how, Duration pause);

        /** It died too often, the last time like this. */
        void gaveUp(Unit unit, String how, String logTail);
    }

    private record Ending(String how, String logTail, Duration lived) {
        static Ending beforeReady(String how, String logTail) {
            return new Ending(how, logTail, Duration.ZERO);
        }
    }

    Supervised(Unit unit, Events events, RestartPolicy policy) {
        this.unit = unit;
        this.events = events;
        this.policy = policy;
        this.keeper = Thread.ofVirtual().name("keeper of " + unit.name()).unstarted(this::keep);
    }

    Supervised start() {
        keeper.start();
        return this;
    }

    /** Completes when the unit has answered for the first time. */
    CompletableFuture<Void> ready() {
        return ready;
    }

    /** Stops the unit for good; returns when its process has ended. */
    void stop() {
        stopping = true;
        keeper.interrupt();
        boolean interrupted = Thread.interrupted();
        try {
            keeper.join();
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep() {
        try {
            while (!stopping) {
                Ending ending = attempt();
                if (stopping) {
                    return;
                }
                Optional<Duration> pause = policy.afterDeath(ending.lived());
                if (pause.isEmpty()) {
                    events.gaveUp(unit, ending.how(), ending.logTail());
                    return;
                }
                events.died(unit, ending.how(), pause.get());
                Thread.sleep(pause.get());
            }
        } catch (InterruptedException e) {
            // Only stop() interrupts: nothing is left to do.
        }
    }

    private Ending attempt() throws InterruptedException {
        try {
            return run();
        } catch (ExecutionException e) {
            return Ending.beforeReady(e.getCause().toString(), "");
        } catch (RuntimeException e) {
            return Ending.beforeReady(e.getMessage(), "");
        }
    }

    private Ending run() throws InterruptedException, ExecutionException {
        Instant launched = Instant.now();
        ManagedProcess process = unit.launch();
        try {
            ProcessIdentity.of(process.pid()).ifPresent(identity -> events.launched(unit, identity));
            Optional<String> obstacle = awaitReady(process, launched);
            if (obstacle.isPresent()) {
                return Ending.beforeReady(obstacle.get(), tail(process));
            }
            Instant answered = Instant.now();
            events.ready(unit, Duration.between(launched, answered));
            ready.complete(null);
            String how = exit(process.onExit().get());
            return new Ending(how, tail(process), Duration.between(answered, Instant.now()));
        } finally {
            // The interruption has done its part; stopping must wait.
            Thread.interrupted();
            process.stop(unit.stopLimit());
        }
    }

    /** What kept the process from being ready; empty when it is. */
    private Optional<String> awaitReady(ManagedProcess process, Instant launched)
            throws InterruptedException, ExecutionException {
        while (!unit.isReady()) {
            if (!process.isAlive()) {
                return Optional.of(exit(process.onExit().get()) + " before it was ready");
            }
            if (Duration.between(launched, Instant.now()).compareTo(READY_LIMIT) > 0) {
                return Optional.of("was not ready within " + READY_LIMIT.toSeconds() + " s");
            }
            Thread.sleep(LOOK_EVERY);
        }
        return Optional.empty();
    }

    private static String exit(int code) {
        return code > 128 ? "was ended by signal " + (code - 128) : "ended with exit code " + code;
    }

    private static String tail(ManagedProcess process) {
        return "The end of %s:%n%s".formatted(process.log(), process.logTail());
    }
}
