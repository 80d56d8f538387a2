package dev.earlyphase.trainer.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.error.DomainException.Unavailable;
import dev.earlyphase.core.data.DataSet;
import dev.earlyphase.core.data.DataSets;
import dev.earlyphase.core.engine.Engine;
import dev.earlyphase.engine.dl4j.Dl4jEngine;

/**
 * Times the bare engine and the full worker loop, in turn, several times, and gives medians; a ratio is the median of
 * the ratios of neighbours, since the machine's speed drifts.
 */
public final class EngineBenchmark {
    private static final int REPEATS = 5;
    private static final int REPEATS_WITHOUT_HELPERS = 3;
    private static final int ITERATIONS_WITHOUT_HELPERS = 3;
    private static final Workload LENET = new Workload(NetworkName.LENET_300_100, DataSetName.MNIST, 1_000);
    private static final Workload RESNET = new Workload(NetworkName.RESNET_20, DataSetName.CIFAR_10, 13);

    private final DataSets data;
    private final List<Measured> figures = new ArrayList<>();

    private EngineBenchmark(DataSets data) {
        this.data = data;
    }

    /** {@code [--json FILE]}; data sets as the worker finds them. */
    public static void main(String... arguments) throws IOException {
        Optional<Path> folder =
                Optional.ofNullable(System.getenv("EARLYPHASE_DATA")).map(Path::of);
        Path cache =
                Path.of(Optional.ofNullable(System.getenv("EARLYPHASE_CACHE")).orElse(".earlyphase/cache"));
        var benchmark = new EngineBenchmark(new DataSets(folder, cache, (what, done, total) -> {}));
        try (Engine engine = Dl4jEngine.create();
                Engine plain = Dl4jEngine.withoutHelpers()) {
            benchmark.loops(engine, LENET);
            benchmark.loops(engine, RESNET);
            benchmark.helpers(engine, plain, RESNET);
        }
        if (arguments.length == 2 && "--json".equals(arguments[0])) {
            new ObjectMapper().writeValue(Path.of(arguments[1]).toFile(), benchmark.figures);
        }
    }

    private void loops(Engine engine, Workload workload) {
        DataSet images;
        try {
            images = data.load(workload.dataset());
        } catch (Unavailable e) {
            System.out.println(workload.title() + ": left out. " + e.getMessage());
            return;
        }
        double[] bare = new double[REPEATS];
        double[] full = new double[REPEATS];
        double[] cost = new double[REPEATS];
        BareEngine.rate(engine, workload, images, Math.min(50, workload.iterations()));
        for (int i = 0; i < REPEATS; i++) {
            bare[i] = BareEngine.rate(engine, workload, images, workload.iterations());
            full[i] = FullLoop.rate(engine, workload, images);
            cost[i] = bare[i] / full[i];
            System.out.printf(
                    "%s, repeat %d of %d: bare %.2f it/s, full loop %.2f it/s%n",
                    workload.title(), i + 1, REPEATS, bare[i], full[i]);
        }
        add(workload.title() + ", bare engine", Stopwatch.median(bare), "it/s");
        add(workload.title() + ", full worker loop", Stopwatch.median(full), "it/s");
        add(workload.title() + ", time of full loop over bare engine", Stopwatch.median(cost), "ratio");
    }

    private void helpers(Engine engine, Engine plain, Workload workload) {
        DataSet images;
        try {
            images = data.load(workload.dataset());
        } catch (Unavailable e) {
            return;
        }
        double[] ratio = new double[REPEATS_WITHOUT_HELPERS];
        for (int i = 0; i < ratio.length; i++) {
            double with = BareEngine.rate(engine, workload, images, workload.iterations());
            double without = BareEngine.rate(plain, workload, images, ITERATIONS_WITHOUT_HELPERS);
            ratio[i] = without / with;
            System.out.printf(
                    "%s, repeat %d of %d: helpers on %.2f it/s, off %.2f it/s%n",
                    workload.title(), i + 1, ratio.length, with, without);
        }
        add(workload.title() + ", time with helpers over without", Stopwatch.median(ratio), "ratio");
    }

    private void add(String name, double value, String unit) {
        figures.add(new Measured(name, value, unit));
        System.out.printf("%-60s %10.3f %s%n", name, value, unit);
    }
}
