package dev.earlyphase.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A child process whose output goes to a log file and whose end we order. Ctrl-C in the terminal does not reach it, so
 * that the parent stops its children one after another; its standard input closes when the parent dies.
 */
public final class ManagedProcess implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(20);

    private final ProcessCommand command;
    private final Process process;

    private ManagedProcess(ProcessCommand command, Process process) {
        this.command = command;
        this.process = process;
    }

    /** Starts the process; whether it does well is the caller's to find out. */
    public static ManagedProcess start(ProcessCommand command) {
        Path log = command.log().toAbsolutePath();
        Folders.createPrivate(log.getParent());
        // An ignored signal stays ignored over exec, and the JVM respects that.
        List<String> arguments = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
        arguments.addAll(command.arguments());
        ProcessBuilder builder =
                new ProcessBuilder(arguments).redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(command.environment());
        try {
            return new ManagedProcess(command, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command.name(), e);
        }
    }

    public String name() {
        return command.name();
    }

    public Path log() {
        return command.log();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completes with the exit code when the process has ended. */
    public CompletableFuture<Integer> onExit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** The last lines of the log, for a message about what went wrong. */
    public String logTail() {
        return LogTail.of(command.log());
    }

    /** Memory in use, in bytes; 0 once the process has ended. */
    public long residentBytes() {
        return ResidentMemory.of(pid());
    }

    /**
     * Asks the process to end (SIGTERM), and kills it when the limit has passed.
     *
     * @return whether it ended by itself
     */
    public boolean stop(Duration limit) {
        process.destroy();
        if (awaitEnd(limit)) {
            return true;
        }
        kill();
        return false;
    }

    /** Ends the process without asking (SIGKILL). */
    public void kill() {
        process.destroyForcibly();
        awaitEnd(GRACE);
    }

    @Override
    public void close() {
        stop(GRACE);
    }

    private boolean awaitEnd(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
