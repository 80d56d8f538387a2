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
@Command(name = "bench", description = "Measure the engine, the training loop and the whole chain on this machine.")
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

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Terminal terminal = Terminal.of(spec.commandLine().getOut());
        Repository repository = Repository.current();
        Path folder = temporaryFolder();
        try {
            var measurements = new ArrayList<Measurement>();
            measurements.addAll(engine(repository, folder.resolve("engine.json")));
            measurements.addAll(new ChainBenchmark(terminal).run(repository, new Home(folder.resolve("home"))));
            print(measurements, terminal);
            if (json != null) {
                Output.write(Json.write(measurements), json);
            }
        } finally {
            Folders.delete(folder);
        }
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
