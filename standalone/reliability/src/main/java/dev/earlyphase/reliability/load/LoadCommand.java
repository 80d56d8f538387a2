package dev.earlyphase.reliability.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import dev.earlyphase.cli.api.Json;
import dev.earlyphase.cli.home.Home;
import dev.earlyphase.cli.home.Repository;
import dev.earlyphase.cli.stack.Device;
import dev.earlyphase.cli.stack.Stack;
import dev.earlyphase.cli.stack.StackOptions;
import dev.earlyphase.cli.terminal.Output;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.launcher.Folders;
import dev.earlyphase.reliability.load.fill.Filling;

/** {@code load}. */
@Command(
        name = "load",
        description = "Fill a database as years of use would, and ask much of the stack at once.",
        footer = {"", "Example:", "  earlyphase load --trials 2000 --telemetry-rows 1000000 --seconds 10"})
public final class LoadCommand implements Runnable {
    private static final int SLOTS = 2;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Folder of the stack, kept and used again (default: a temporary one, deleted at the end).")
    private Path home;

    @Option(
            names = "--trials",
            defaultValue = "100000",
            paramLabel = "N",
            description = "Trials that the database is to hold at least (default: ${DEFAULT-VALUE}).")
    private long trials;

    @Option(
            names = "--telemetry-rows",
            defaultValue = "50000000",
            paramLabel = "N",
            description = "Rows of telemetry that it is to hold at least (default: ${DEFAULT-VALUE}).")
    private long telemetryRows;

    @Option(
            names = "--wait",
            defaultValue = "3",
            paramLabel = "SECONDS",
            description = "How long each trial waits instead of being trained (default: ${DEFAULT-VALUE}).")
    private int wait;

    @Option(
            names = "--only",
            split = ",",
            defaultValue = "reading,submission,events,overload,slow",
            paramLabel = "PART",
            description = "What to measure (default: ${DEFAULT-VALUE}): ${COMPLETION-CANDIDATES}.")
    private List<LoadPart> only;

    @Option(
            names = "--clients",
            split = ",",
            defaultValue = "1,50,500",
            paramLabel = "N",
            description = "How many clients there are, each number in turn (default: ${DEFAULT-VALUE}).")
    private List<Integer> clients;

    @Option(
            names = "--seconds",
            defaultValue = "30",
            paramLabel = "SECONDS",
            description = "How long each measurement takes (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--listen",
            defaultValue = "600",
            paramLabel = "SECONDS",
            description = "How long event streams are followed (default: ${DEFAULT-VALUE}).")
    private int listen;

    @Option(
            names = "--pause",
            defaultValue = "5000",
            paramLabel = "MILLISECONDS",
            description =
                    "How long a client looks at an answer before it asks again, on average (default: ${DEFAULT-VALUE}).")
    private int pause;

    @Option(names = "--json", paramLabel = "FILE", description = "Write what was measured to this file.")
    private Path json;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Write the tables to this file.")
    private Path markdown;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Terminal terminal = Terminal.of(spec.commandLine().getOut());
        Path folder = home == null ? temporaryFolder() : home;
        try {
            run(new Home(folder), terminal);
        } finally {
            if (home == null) {
                Folders.delete(folder);
            }
        }
    }

    private void run(Home stackHome, Terminal terminal) {
        var size = new LoadSize(
                clients, Duration.ofSeconds(seconds), Duration.ofSeconds(listen), Duration.ofMillis(pause));
        var options = new StackOptions(
                stackHome,
                1,
                SLOTS,
                Optional.empty(),
                OptionalInt.empty(),
                new Device.Cpu(),
                StackOptions.AUTO_ENGINE,
                Optional.of(Duration.ofSeconds(wait)));
        try (Stack stack = Stack.start(Repository.current(), options, terminal)) {
            new Filling(stackHome, stack.api().studies(), terminal).fill(trials, telemetryRows);
            if (only.isEmpty()) {
                return;
            }
            var measuring = new Measuring(stack, stackHome, terminal, size);
            only.forEach(part -> write(measuring.measure(part)));
        }
    }

    /** After each part, so that an end before time loses little. */
    private void write(LoadReport report) {
        if (json != null) {
            Output.write(Json.write(report), json);
        }
        if (markdown != null) {
            Output.write(String.join(System.lineSeparator(), report.markdown()), markdown);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("earlyphase-load-");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a temporary folder", e);
        }
    }
}
