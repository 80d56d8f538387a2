package dev.earlyphase.reliability.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import dev.earlyphase.cli.api.Studies;
import dev.earlyphase.cli.api.StudyFile;
import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.home.Home;
import dev.earlyphase.cli.home.Repository;
import dev.earlyphase.cli.progress.Watch;
import dev.earlyphase.cli.stack.Device;
import dev.earlyphase.cli.stack.Stack;
import dev.earlyphase.cli.stack.StackOptions;
import dev.earlyphase.cli.terminal.Output;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.launcher.Folders;

/** {@code soak}. */
@Command(
        name = "soak",
        description = "Let a stack of its own work for long, and say what grows: memory, threads, handles, files.",
        footer = {
            "",
            "Examples:",
            "  earlyphase soak --minutes 120",
            "  earlyphase soak --study studies/demo.yaml --workers 1"
        })
public final class SoakCommand implements Runnable {
    @Option(
            names = "--minutes",
            paramLabel = "M",
            defaultValue = "60",
            description = "How long small studies come, 1 to 10000 (default: ${DEFAULT-VALUE}).")
    private int minutes;

    @Option(
            names = "--study",
            paramLabel = "FILE",
            description = "Train this study instead, to its end: how much a worker grows.")
    private Path study;

    @Option(
            names = "--workers",
            paramLabel = "N",
            defaultValue = "2",
            description = "Worker processes (default: ${DEFAULT-VALUE}).")
    private int workers;

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            defaultValue = StackOptions.AUTO_ENGINE,
            description = "What the workers compute with: auto, torch or dl4j (default: ${DEFAULT-VALUE}).")
    private String engine;

    @Option(names = "--data", paramLabel = "DIR", description = "Folder of data sets.")
    private Path data;

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            defaultValue = "5",
            description = "How often everything is read, 1 to 600 (default: ${DEFAULT-VALUE}).")
    private int every;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            defaultValue = "soak",
            description = "Where soak.csv, soak.svg and soak.txt are written (default: ${DEFAULT-VALUE}).")
    private Path output;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        inRange("--minutes", minutes, 10_000);
        inRange("--every", every, 600);
        Terminal terminal = Terminal.of(spec.commandLine().getOut());
        Path folder = folders();
        try {
            List<Reading> readings = run(new Home(folder), terminal);
            report(Verdict.ofAll(readings), readings, terminal);
        } finally {
            Folders.delete(folder);
        }
    }

    private List<Reading> run(Home home, Terminal terminal) {
        var options = new StackOptions(
                home, workers, 1, Optional.ofNullable(data), OptionalInt.empty(), new Device.Auto(), engine);
        try (Stack stack = Stack.start(Repository.current(), options, terminal)) {
            var stream = new StudyStream(stack.api().studies(), terminal);
            if (study == null) {
                stream.fill();
            }
            try (Sampler sampler =
                    new Sampler(stack::state, home, output.resolve("soak.csv"), Duration.ofSeconds(every))) {
                if (study == null) {
                    int done = stream.until(Instant.now().plus(Duration.ofMinutes(minutes)));
                    terminal.line("Small studies: %d", done);
                } else {
                    train(stack.api().studies(), terminal);
                }
                sampler.close();
                return sampler.readings();
            }
        }
    }

    private void train(Studies studies, Terminal terminal) {
        String id = studies.submit(StudyFile.read(study)).study().id();
        new Watch(studies, terminal).untilEnd(id);
    }

    private void report(List<Verdict> verdicts, List<Reading> readings, Terminal terminal) {
        List<String> lines = Verdict.table(verdicts).lines();
        lines.forEach(terminal::line);
        Output.write(String.join("\n", lines) + "\n", output.resolve("soak.txt"));
        Output.write(Curves.svg(readings), output.resolve("soak.svg"));
        terminal.line("Readings, curves and this table are in %s", output.toAbsolutePath());
        List<Verdict> growing = verdicts.stream()
                .filter(verdict -> verdict.finding() == Rule.Finding.GROWS)
                .toList();
        if (!growing.isEmpty()) {
            throw Failure.ofWork("%d of %d resources grow.".formatted(growing.size(), verdicts.size()));
        }
    }

    private Path folders() {
        try {
            Files.createDirectories(output);
            return Files.createTempDirectory("earlyphase-soak-");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder for the results", e);
        }
    }

    private static void inRange(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw Failure.ofUsage("%s: got %d; allowed: a whole number from 1 to %d".formatted(option, value, most));
        }
    }
}
