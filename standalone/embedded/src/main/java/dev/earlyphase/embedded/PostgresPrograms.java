package dev.earlyphase.embedded;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.earlyphase.launcher.LogTail;

/**
 * Runs the programs of Postgres.
 *
 * @param folder that has {@code bin}
 * @param prefix what goes before each command: nothing, or what hides that we are root
 * @param log file that the output of the programs and of the server is appended to
 */
record PostgresPrograms(Path folder, List<String> prefix, Path log) {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    /**
     * Programs for the user that runs this JVM. Postgres refuses to run as root; inside a user namespace of its own it
     * does not know that it is.
     */
    static PostgresPrograms forUser(Path folder, Path log, boolean root) throws IOException {
        if (!root) {
            return new PostgresPrograms(folder, List.of(), log);
        }
        List<String> hidden = List.of("unshare", "-U");
        if (!works(hidden)) {
            throw new Refusal("Postgres refuses to run as root, and this system forbids what hides it (unshare -U):"
                    + " start as a non-root user");
        }
        return new PostgresPrograms(folder, hidden, log);
    }

    /** The full command line of one program. */
    List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** Runs a program to its end, and says whether it went well. */
    boolean succeeds(String program, String... arguments) throws IOException {
        return await(command(program, arguments), Redirect.appendTo(log.toFile())) == 0;
    }

    /** Runs a program that has to go well. */
    void run(String program, String... arguments) throws IOException {
        if (!succeeds(program, arguments)) {
            throw new Refusal("Postgres: %s failed. The end of %s:%n%s".formatted(program, log, LogTail.of(log)));
        }
    }

    private static boolean works(List<String> prefix) {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        try {
            return await(command, Redirect.DISCARD) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static int await(List<String> command, Redirect output) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        try {
            if (process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
            process.destroyForcibly();
            throw new IOException("%s took longer than %d s".formatted(command, LIMIT.toSeconds()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + command, e);
        }
    }
}
