package dev.earlyphase.cli.home;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process told apart from every other, even from one that got its number after its end.
 *
 * @param started when the system started it
 */
public record ProcessIdentity(long pid, Instant started) {
    /** The system derives the instant from its boot time, which moves a little when the clock is set. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    public static ProcessIdentity current() {
        return of(ProcessHandle.current());
    }

    public static ProcessIdentity of(ProcessHandle process) {
        return new ProcessIdentity(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    /** The identity of a process that was started just now; empty if it has ended already. */
    public static Optional<ProcessIdentity> of(long pid) {
        return ProcessHandle.of(pid).map(ProcessIdentity::of);
    }

    /** The process, if it still lives. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame);
    }

    public boolean isAlive() {
        return find().isPresent();
    }

    private boolean isSame(ProcessHandle process) {
        Duration apart = Duration.between(started, of(process).started).abs();
        return apart.compareTo(TOLERANCE) <= 0;
    }
}
