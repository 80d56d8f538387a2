package dev.earlyphase.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The JVM that runs the embedded Kafka, Postgres and S3, started and stopped as a child of this process. */
public final class EmbeddedProcess implements AutoCloseable {

    /** Enough for a loaded machine; an idle one takes a few seconds. */
    public static final Duration START_LIMIT = Duration.ofSeconds(120);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final ManagedProcess process;
    private final EmbeddedAddresses addresses;

    private EmbeddedProcess(ManagedProcess process, EmbeddedAddresses addresses) {
        this.process = process;
        this.addresses = addresses;
    }

    /**
     * Starts the servers and waits until all three answer.
     *
     * @param home folder of their data, made if missing; output goes to {@code logs/embedded.log} in it
     * @param limit how long to wait
     * @throws IllegalStateException when they do not start, with the end of their log
     */
    public static EmbeddedProcess start(Path home, EmbeddedLibrary library, EmbeddedPorts preferred, Duration limit) {
        return start(home, library, preferred, limit, List.of());
    }

    /** As above, with further arguments for the servers. */
    public static EmbeddedProcess start(
            Path home, EmbeddedLibrary library, EmbeddedPorts preferred, Duration limit, List<String> further) {
        return start(home, library, preferred, limit, further, Map.of());
    }

    /** As above, with further arguments and environment variables for the servers. */
    public static EmbeddedProcess start(
            Path home,
            EmbeddedLibrary library,
            EmbeddedPorts preferred,
            Duration limit,
            List<String> further,
            Map<String, String> environment) {
        Folders.createPrivate(EmbeddedCommand.temporary(home));
        ManagedProcess process = ManagedProcess.start(
                EmbeddedCommand.of(home.toAbsolutePath(), library, preferred, further, environment));
        try {
            return new EmbeddedProcess(process, awaitAddresses(process, new AddressFile(home), limit));
        } catch (RuntimeException e) {
            process.stop(STOP_LIMIT);
            throw e;
        }
    }

    public EmbeddedAddresses addresses() {
        return addresses;
    }

    /** The addresses under the configuration keys of the services. */
    public Map<String, String> configuration() {
        return addresses.configuration();
    }

    /** The process itself: its log, its memory, whether it lives. */
    public ManagedProcess process() {
        return process;
    }

    /** Ends the servers' JVM as a crash would (SIGKILL). */
    public void kill() {
        process.kill();
    }

    /** Stops the servers in order; their data stay. */
    @Override
    public void close() {
        process.stop(STOP_LIMIT);
    }

    private static EmbeddedAddresses awaitAddresses(ManagedProcess process, AddressFile file, Duration limit) {
        Instant deadline = Instant.now().plus(limit);
        while (Instant.now().isBefore(deadline)) {
            // A file that a killed run left behind names another process.
            Optional<EmbeddedAddresses> addresses = file.read().filter(found -> found.pid() == process.pid());
            if (addresses.isPresent()) {
                return addresses.get();
            }
            if (!process.isAlive()) {
                throw failure(
                        process, "ended with exit code " + process.onExit().join());
            }
            pause();
        }
        throw failure(process, "did not answer within " + limit.toSeconds() + " s");
    }

    private static IllegalStateException failure(ManagedProcess process, String what) {
        return new IllegalStateException("The embedded Kafka, Postgres and S3 %s. The end of %s:%n%s"
                .formatted(what, process.log(), process.logTail()));
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the embedded servers", e);
        }
    }
}
