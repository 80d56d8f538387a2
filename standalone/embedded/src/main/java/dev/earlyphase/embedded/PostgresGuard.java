package dev.earlyphase.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A small process that stops the server when its standard input closes, which happens when this JVM asks for it and
 * also when this JVM is killed.
 */
final class PostgresGuard implements AutoCloseable {

    private static final int STOP_SECONDS = 30;

    private final Process process;

    private PostgresGuard(Process process) {
        this.process = process;
    }

    static PostgresGuard start(Path data, PostgresPrograms programs) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP TERM; cat >/dev/null; exec \"$@\"", "sh"));
        command.addAll(programs.command(
                "pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "-t", Integer.toString(STOP_SECONDS), "stop"));
        return new PostgresGuard(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(programs.log().toFile()))
                .start());
    }

    /** Stops the server. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot stop Postgres", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
