package dev.earlyphase.cli.stack;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.earlyphase.cli.home.ProcessIdentity;
import dev.earlyphase.cli.home.StackState;
import dev.earlyphase.cli.home.StackState.Child;

/** Processes whose supervisor was killed. */
final class Orphans {
    /** The embedded servers end with their supervisor, so that the others have nothing left to save. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private Orphans() {}

    /**
     * Stops the children of a dead supervisor that still live.
     *
     * @return their names
     */
    static List<String> stop(StackState left) {
        List<Child> living = left.children().stream()
                .filter(child -> child.process().isAlive())
                .toList();
        stop(living.stream().map(Child::process), LIMIT);
        return living.stream().map(Child::name).toList();
    }

    /** Asks processes to end, and kills those that have not when the limit has passed. */
    static void stop(Stream<ProcessIdentity> identities, Duration limit) {
        List<ProcessIdentity> all = identities.toList();
        all.forEach(identity -> identity.find().ifPresent(ProcessHandle::destroy));
        awaitEnd(all, limit);
        all.forEach(identity -> identity.find().ifPresent(ProcessHandle::destroyForcibly));
        awaitEnd(all, LIMIT);
    }

    private static void awaitEnd(List<ProcessIdentity> all, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        for (ProcessIdentity identity : all) {
            long left = Math.max(0, deadline - System.nanoTime());
            identity.find().ifPresent(process -> process.onExit()
                    .completeOnTimeout(process, left, TimeUnit.NANOSECONDS)
                    .join());
        }
    }
}
