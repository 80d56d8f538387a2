package dev.earlyphase.cli.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.exit.Interruption;
import dev.earlyphase.cli.home.Repository;
import dev.earlyphase.launcher.ProcessCommand;

/**
 * Another program of the worker than the service: it has the engines on its class path. It prints where we print.
 *
 * @param mainClass its main class
 * @param arguments for it
 * @param environment set beside the inherited one
 */
public record WorkerProgram(String mainClass, List<String> arguments, Map<String, String> environment) {
    /**
     * Runs it to its end.
     *
     * @return its exit code
     * @throws Failure if it has not ended within the limit
     */
    public int run(Repository repository, Duration limit) {
        var builder = new ProcessBuilder(command(repository)).inheritIO();
        builder.environment().putAll(WorkerProcess.environment(1));
        builder.environment().putAll(environment);
        Process process = null;
        try {
            process = builder.start();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Failure.ofWork(mainClass + " had not ended after " + limit.toSeconds() + " s.");
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + mainClass, e);
        } catch (InterruptedException e) {
            throw new Interruption();
        } finally {
            if (process != null) {
                process.destroyForcibly();
            }
        }
    }

    private List<String> command(Repository repository) {
        var command = new ArrayList<String>();
        command.add(ProcessCommand.java());
        command.add("-Xmx1g");
        command.addAll(WorkerProcess.jvmFlags());
        command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        command.addAll(List.of("-cp", repository.workerClassPath(), mainClass));
        command.addAll(arguments);
        return command;
    }
}
