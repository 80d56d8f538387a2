package dev.earlyphase.reliability.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

import dev.earlyphase.cli.home.StackState.Child;
import dev.earlyphase.cli.stack.Stack;

/** The processes of a stack, by their names, and what can be done to them from outside. */
final class Processes {
    private static final long LIMIT_SECONDS = 10;

    private final Stack stack;
    private final Path home;

    Processes(Stack stack, Path home) {
        this.stack = stack;
        this.home = home;
    }

    /** Nothing happens to a process that is just being started again. */
    void signal(String victim, Signal signal) {
        pid(victim).ifPresent(pid -> run("kill", "-" + signal.name(), Long.toString(pid)));
    }

    /**
     * Lets no file of a process grow beyond a size, as a full disk would not; the limit can be lifted again.
     *
     * @param bytes such as {@code 4096}, or {@code unlimited}
     */
    void limitFiles(String victim, String bytes) {
        pid(victim).ifPresent(pid -> run("prlimit", "--pid", Long.toString(pid), "--fsize=" + bytes + ":"));
    }

    static boolean filesCanBeLimited() {
        return List.of("/usr/bin/prlimit", "/bin/prlimit").stream().anyMatch(place -> Files.exists(Path.of(place)));
    }

    private OptionalLong pid(String victim) {
        if (victim.equals(Injector.POSTGRES)) {
            return postmaster();
        }
        return stack.state().children().stream()
                .filter(child -> child.name().equals(victim))
                .map(Child::process)
                .flatMap(process -> process.find().stream())
                .mapToLong(ProcessHandle::pid)
                .findFirst();
    }

    private OptionalLong postmaster() {
        try {
            List<String> lines = Files.readAllLines(home.resolve("postgres/postmaster.pid"));
            return OptionalLong.of(Long.parseLong(lines.getFirst().trim()));
        } catch (IOException | RuntimeException e) {
            return OptionalLong.empty();
        }
    }

    private static void run(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + String.join(" ", command), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
