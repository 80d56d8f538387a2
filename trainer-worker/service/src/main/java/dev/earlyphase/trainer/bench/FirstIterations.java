package dev.earlyphase.trainer.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.earlyphase.contracts.trial.Precision;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.core.data.DataSet;
import dev.earlyphase.core.engine.Engine;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.training.Attempt;
import dev.earlyphase.core.training.Snapshot;
import dev.earlyphase.core.training.Step;
import dev.earlyphase.core.training.TrainingListener;
import dev.earlyphase.trainer.engine.EngineKind;

/**
 * A process that does the first iterations of one trial, and prints two numbers: seconds from the start of the process
 * to the end of the first iteration, reading the data set included, and the most memory that it held, in megabytes (NaN
 * where the system does not tell).
 */
public final class FirstIterations {
    private static final int ITERATIONS = 3;
    private static final Path STATUS = Path.of("/proc/self/status");

    private FirstIterations() {}

    /** Arguments: engine, network, precision. */
    public static void main(String... arguments) throws IOException {
        Workload workload = Workload.of(arguments[1]);
        Precision precision = Precision.of(arguments[2]);
        DataSet data = Data.ofEnvironment().load(workload.dataset());
        TrialSpec spec = workload.spec(ITERATIONS, precision);
        var first = new First();
        try (Engine engine = EngineKind.named(arguments[0]).load()) {
            new Attempt(spec, workload.network(), data, Optional.empty(), Snapshot.initial(spec, workload.network()))
                    .run(engine, List.of(first), () -> false);
        }
        System.out.println(first.seconds + " " + peakMegabytes());
    }

    private static double peakMegabytes() throws IOException {
        if (!Files.exists(STATUS)) {
            return Double.NaN;
        }
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToDouble(kilobytes -> Double.parseDouble(kilobytes) / 1_024)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static final class First implements TrainingListener {
        private double seconds;

        @Override
        public void stepped(Step step, Session session) {
            if (step.iteration() == 0) {
                long started = ManagementFactory.getRuntimeMXBean().getStartTime();
                seconds = (System.currentTimeMillis() - started) / 1_000.0;
            }
        }
    }
}
