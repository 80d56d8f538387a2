package dev.earlyphase.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import dev.earlyphase.cli.api.Json;
import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.home.Home;
import dev.earlyphase.cli.home.Repository;
import dev.earlyphase.cli.stack.WorkerProgram;
import dev.earlyphase.cli.terminal.Output;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.cli.terminal.TextTable;
import dev.earlyphase.cli.terminal.Words;
import dev.earlyphase.launcher.Folders;

/** {@code bench}. */
@Command(
        name = "bench",
        description = "Measure the engine, the training loop and the whole chain on this machine.",
        footer = {"", "Example:", "  earlyphase bench --only engine"})
public final class BenchCommand implements Runnable {
    private static final String ENGINE_BENCHMARK = "dev.earlyphase.trainer.bench.EngineBenchmark";
    private static final Duration ENGINE_LIMIT = Duration.ofMinutes(30);

    @Option(names = "--json", paramLabel = "FILE", description = "Write the measurements to this file too.")
    private Path json;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of data sets (default: what was downloaded before, or is now).")
    private Path data;

    @Option(
            names = "--only",
            split = ",",
            defaultValue = "engine,chain",
            paramLabel = "PART",
            description = "What to measure (default: ${DEFAULT-VALUE}): ${COMPLETION-CANDIDATES}.")
    private Set<BenchPart> only;

    @Option(
            names = "--slots",
            split = ",",
            defaultValue = "1x1,1x4,2x8,4x16",
            paramLabel = "WxS",
            description = "For scaling: worker processes and slots in each (default: ${DEFAULT-VALUE}).")
    private List<String> slots;

    @Option(
            names = "--wait",
            defaultValue = "4",
            paramLabel = "SECONDS",
            description = "For scaling: how long each trial waits (default: ${DEFAULT-VALUE}).")
    private int wait;

    @Option(
            names = "--limit",
            defaultValue = "100",
            paramLabel = "SECONDS",
            description =
                    "For scaling: after so long the trials that have ended are counted (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Terminal terminal = Terminal.of(spec.commandLine().getOut());
        Repository repository = Repository.current();
        Path folder = temporaryFolder();
        try {
            var measurements = new ArrayList<Measurement>();
            if (only.contains(BenchPart.ENGINE)) {
                measurements.addAll(engine(repository, folder.resolve("engine.json")));
            }
            if (only.contains(BenchPart.CHAIN)) {
                measurements.addAll(new ChainBenchmark(terminal).run(repository, new Home(folder.resolve("home"))));
            }
            print(measurements, terminal);
            if (only.contains(BenchPart.SCALING)) {
                measurements.addAll(scaling(repository, folder, terminal));
            }
            if (json != null) {
                Output.write(Json.write(measurements), json);
            }
        } finally {
            Folders.delete(folder);
        }
    }

    /** The table is printed here: its rows have a form of their own. */
    private List<Measurement> scaling(Repository repository, Path folder, Terminal terminal) {
        var arrangements = slots.stream().map(ScalingBenchmark.Arrangement::of).toList();
        var benchmark = new ScalingBenchmark(terminal, Duration.ofSeconds(wait), Duration.ofSeconds(limit));
        var rows = new ArrayList<ScalingRow>();
        for (var arrangement : arrangements) {
            rows.add(benchmark.run(repository, new Home(folder.resolve("scaling-" + rows.size())), arrangement));
        }
        ScalingRow.table(rows).lines().forEach(terminal::line);
        return rows.stream().flatMap(row -> row.measurements().stream()).toList();
    }

    /** Prints its progress for itself. */
    private List<Measurement> engine(Repository repository, Path result) {
        Home home = repository.defaultHome();
        Path folder = data == null ? home.data() : data.toAbsolutePath();
        Map<String, String> environment = Map.of(
                "EARLYPHASE_DATA",
                folder.toString(),
                "EARLYPHASE_CACHE",
                home.cache().toString());
        var program = new WorkerProgram(ENGINE_BENCHMARK, List.of("--json", result.toString()), environment);
        int code = program.run(repository, ENGINE_LIMIT);
        if (code != 0) {
            throw Failure.ofWork("The engine's benchmark ended with exit code " + code + ".");
        }
        try {
            return Arrays.asList(Json.read(Files.readString(result), Measurement[].class));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + result, e);
        }
    }

    private static void print(List<Measurement> measurements, Terminal terminal) {
        if (measurements.isEmpty()) {
            return;
        }
        var table = new TextTable("measured", "value", "unit");
        measurements.forEach(row -> table.row(row.name(), Words.measured(row.value()), row.unit()));
        table.lines().forEach(terminal::line);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("earlyphase-bench-");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a temporary folder", e);
        }
    }
}
