package dev.earlyphase.trainer.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of its own process, with the heap of a worker: what needs a fresh memory, or other threads. */
final class ChildJvm {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final String WORKER_HEAP = "-Xmx512m";

    private final Process process;
    private final String title;

    private ChildJvm(Process process, String title) {
        this.process = process;
        this.title = title;
    }

    /** @param environment beside what this process has */
    static ChildJvm start(Class<?> main, List<String> arguments, Map<String, String> environment) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of(WORKER_HEAP, "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectError(Redirect.DISCARD);
        builder.environment().putAll(environment);
        try {
            return new ChildJvm(builder.start(), main.getSimpleName() + " " + String.join(" ", arguments));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + main.getName(), e);
        }
    }

    /** Waits for its end; the numbers in the last line that it printed. */
    double[] numbers() {
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(title + " had not ended after " + LIMIT);
            }
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.exitValue() != 0) {
                throw new IllegalStateException(
                        title + " ended with exit code " + process.exitValue() + ": " + printed);
            }
            String[] words = printed.substring(printed.lastIndexOf('\n') + 1).split(" ");
            double[] numbers = new double[words.length];
            for (int i = 0; i < words.length; i++) {
                numbers[i] = Double.parseDouble(words[i]);
            }
            return numbers;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what " + title + " printed", e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + title, e);
        }
    }
}
