package dev.earlyphase.reliability.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.exit.Interruption;
import dev.earlyphase.cli.home.Repository;
import dev.earlyphase.cli.stack.StackOptions;
import dev.earlyphase.cli.terminal.Output;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.launcher.Folders;
import dev.earlyphase.reliability.check.Results;
import dev.earlyphase.reliability.fault.FaultKind;

/** {@code chaos}. */
@Command(
        name = "chaos",
        description = {
            "Injure a stack of its own in every way known, and check that it comes to what an undisturbed one comes to.",
            "Kills, freezes and cuts off its processes, breaks its connections, spoils what the store answers, fills the"
                    + " disk, sets clocks, repeats records, lies. Needs Linux."
        },
        footer = {"", "Example:", "  earlyphase chaos --faults 100 --seed 1,2,3"})
public final class ChaosCommand implements Runnable {
    @Option(
            names = "--faults",
            defaultValue = "100",
            paramLabel = "N",
            description = "How many (default: ${DEFAULT-VALUE}).")
    private int faults;

    @Option(
            names = "--seed",
            split = ",",
            defaultValue = "1",
            paramLabel = "S",
            description = "By which faults are drawn; a run for each (default: ${DEFAULT-VALUE}).")
    private List<Long> seeds;

    @Option(
            names = "--trials",
            defaultValue = "100",
            paramLabel = "N",
            description = "How many trials must come through (default: ${DEFAULT-VALUE}).")
    private int trials;

    @Option(
            names = "--workers",
            defaultValue = "3",
            paramLabel = "N",
            description = "How many train (default: ${DEFAULT-VALUE}).")
    private int workers;

    @Option(
            names = "--pause",
            defaultValue = "3.0",
            paramLabel = "SECONDS",
            description = "Between two faults, in the mean (default: ${DEFAULT-VALUE}).")
    private double pause;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "KIND",
            description = "Which kinds of faults (default: all that this machine can do): ${COMPLETION-CANDIDATES}.")
    private List<FaultKind> only = List.of(FaultKind.values());

    @Option(
            names = "--engine",
            defaultValue = StackOptions.AUTO_ENGINE,
            description = "What the workers compute with: auto (default), torch or dl4j.")
    private String engine;

    @Option(names = "--report", paramLabel = "FILE", description = "Write the tables to this file too, as Markdown.")
    private Path report;

    @Option(names = "--keep", description = "Keep the folders also of runs in which all holds.")
    private boolean keep;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        positive("--faults", faults);
        positive("--trials", trials);
        if (pause <= 0) {
            throw Failure.ofUsage("--pause: got " + pause + "; allowed: a number of seconds above 0");
        }
        Terminal terminal = Terminal.of(spec.commandLine().getOut());
        Repository repository = Repository.current();
        Path folder = temporaryFolder();
        var portions = Portions.ofTrials(trials);
        Results undisturbed = Undisturbed.run(
                repository, Undisturbed.options(folder.resolve("undisturbed"), workers, engine), portions, terminal);
        var results = new ArrayList<ChaosResult>();
        for (long seed : seeds) {
            Path home = folder.resolve("seed-" + seed);
            var run = new ChaosRun(
                    repository, Undisturbed.options(home, workers, engine), portions, undisturbed, terminal);
            ChaosResult result = run(run, seed);
            results.add(result);
            tell(result, home, terminal);
            if (report != null) {
                Output.write(new ChaosReport(results).markdown(), report);
            }
            if (result.holds() && !keep) {
                Folders.delete(home);
            }
        }
        new ChaosReport(results).lines().forEach(terminal::line);
        long failed = results.stream().filter(result -> !result.holds()).count();
        if (failed > 0) {
            throw Failure.ofWork(
                    "%d of %d runs did not come to what an undisturbed one comes to; their folders are in %s"
                            .formatted(failed, results.size(), folder));
        }
        if (!keep) {
            Folders.delete(folder);
        }
    }

    private ChaosResult run(ChaosRun run, long seed) {
        try {
            return run.run(seed, faults, Duration.ofMillis(Math.round(pause * 1000)), EnumSet.copyOf(only));
        } catch (InterruptedException e) {
            throw new Interruption();
        }
    }

    private void tell(ChaosResult result, Path home, Terminal terminal) {
        if (result.holds()) {
            terminal.line("Seed %d: all holds", result.seed());
            return;
        }
        result.violations().forEach((sentence, violations) -> {
            if (!violations.isEmpty()) {
                terminal.line("Seed %d: it does not hold that %s:", result.seed(), sentence);
                violations.forEach(violation -> terminal.line("    " + violation));
            }
        });
        terminal.line("What happened is in %s", home.resolve("chaos.log"));
        terminal.line(
                "Again: earlyphase chaos --faults %d --seed %d --trials %d --workers %d --pause %s --only %s",
                faults,
                result.seed(),
                trials,
                workers,
                pause,
                only.stream().map(FaultKind::toString).collect(Collectors.joining(",")));
    }

    private static void positive(String option, int value) {
        if (value < 1) {
            throw Failure.ofUsage(option + ": got " + value + "; allowed: a whole number from 1");
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("earlyphase-chaos-");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a temporary folder", e);
        }
    }
}
