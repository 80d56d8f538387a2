package dev.earlyphase.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The server process of Postgres, which lives in a session of its own and so may outlive the JVM that started it. */
final class Postmaster {

    private Postmaster() {}

    /** The process that serves a data folder now. */
    static Optional<ProcessHandle> of(Path data) throws IOException {
        return pid(data).flatMap(ProcessHandle::of).filter(process -> process.info()
                .command()
                .filter(command -> command.endsWith("/bin/postgres"))
                .isPresent());
    }

    /** Stops the server that a killed run has left, and removes a trace that would keep a new one from starting. */
    static void stopOrphan(Path data, PostgresPrograms programs) throws IOException {
        Optional<ProcessHandle> orphan = of(data);
        if (orphan.isPresent()) {
            // It may be ending already: what counts is that it has ended.
            programs.succeeds("pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "-t", "60", "stop");
            if (of(data).isPresent()) {
                throw new Refusal("Postgres of an earlier run does not stop: process "
                        + orphan.get().pid());
            }
        } else if (pid(data).flatMap(ProcessHandle::of).isPresent()) {
            // After a crash the system gave the number to another program, for which Postgres would make way.
            Files.delete(file(data));
        }
    }

    private static Optional<Long> pid(Path data) throws IOException {
        if (Files.notExists(file(data))) {
            return Optional.empty();
        }
        try (var lines = Files.lines(file(data))) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(pid -> pid.matches("\\d+"))
                    .map(Long::valueOf);
        }
    }

    private static Path file(Path data) {
        return data.resolve("postmaster.pid");
    }
}
