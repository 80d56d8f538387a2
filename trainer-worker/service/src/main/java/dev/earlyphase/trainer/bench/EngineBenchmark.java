package dev.earlyphase.trainer.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earlyphase.contracts.error.DomainException.Unavailable;
import dev.earlyphase.contracts.trial.Precision;
import dev.earlyphase.core.data.DataSet;
import dev.earlyphase.core.data.DataSets;
import dev.earlyphase.core.engine.Engine;
import dev.earlyphase.engine.dl4j.Dl4jEngine;
import dev.earlyphase.engine.torch.Gemm;
import dev.earlyphase.engine.torch.TorchEngine;

/**
 * Both engines on five networks against a bare libtorch loop, the worker's loop around them, evaluation, memory, and
 * trials side by side. What is compared is timed in turn; the figures are medians, and a ratio is the median of the ratios
 * of neighbours, since the machine's speed drifts.
 */
public final class EngineBenchmark {
    private static final int REPEATS_OF_EVALUATION = 3;
    private static final int REPEATS_OF_ARRANGEMENTS = 3;
    private static final double PASSES = 3;

    private final DataSets data;
    private final Engine torch;
    private final Engine dl4j;
    private final Report report = new Report();

    private EngineBenchmark(DataSets data, Engine torch, Engine dl4j) {
        this.data = data;
        this.torch = torch;
        this.dl4j = dl4j;
    }

    /** {@code [--json FILE]}; data sets as the worker finds them. */
    public static void main(String... arguments) throws IOException {
        try (Engine torch = TorchEngine.create();
                Engine dl4j = Dl4jEngine.create()) {
            var benchmark = new EngineBenchmark(Data.ofEnvironment(), torch, dl4j);
            benchmark.run();
            if (arguments.length == 2 && "--json".equals(arguments[0])) {
                new ObjectMapper().writeValue(Path.of(arguments[1]).toFile(), benchmark.report.figures());
            }
        }
    }

    private void run() {
        double peak = gemm();
        for (Workload workload : Workload.ALL) {
            try {
                DataSet images = data.load(workload.dataset());
                engines(workload, images, peak);
                if (workload == Workload.LENET || workload == Workload.RESNET) {
                    loops(workload, images);
                    evaluation(workload, images);
                    arrangements(workload);
                }
            } catch (Unavailable e) {
                report.note(workload.title() + ": left out. " + e.getMessage());
            }
        }
    }

    private double gemm() {
        double peak =
                Stopwatch.median(ChildJvm.start(Gemm.class, List.of(), Map.of()).numbers());
        report.add("product of matrices, fp32", peak / 1e9, "GFLOP/s");
        return peak;
    }

    private List<Contender> contenders() {
        return List.of(
                new Contender.Bare(Precision.FP32),
                new Contender.Own("torch", torch, Precision.FP32),
                new Contender.Own("torch", torch, Precision.BF16_COMPUTE),
                new Contender.Own("torch", torch, Precision.BF16),
                new Contender.Own("dl4j", dl4j, Precision.FP32));
    }

    private void engines(Workload workload, DataSet images, double peak) {
        List<Contender> contenders = contenders();
        double[][] times = new double[contenders.size()][workload.repeats()];
        for (int repeat = 0; repeat < workload.repeats(); repeat++) {
            for (int i = 0; i < times.length; i++) {
                times[i][repeat] = contenders.get(i).milliseconds(workload, images, workload.iterations());
            }
            report.progress(workload.title(), repeat + 1, workload.repeats());
        }
        double operations = 2 * PASSES * workload.network().multiplications() * Workload.BATCH;
        for (int i = 0; i < times.length; i++) {
            String title = workload.name().id() + ", " + contenders.get(i).title() + ": ";
            double median = Stopwatch.median(times[i]);
            report.add(title + "an iteration", median, "ms");
            report.add(title + "images", Workload.BATCH / median * 1_000, "1/s");
            report.add(title + "share of the product of matrices", operations / (median / 1_000) / peak, "ratio");
            if (i > 0) {
                report.add(title + "time over bare libtorch fp32", Stopwatch.medianRatio(times[i], times[0]), "ratio");
            }
            if (contenders.get(i) instanceof Contender.Own own) {
                memory(workload, own);
            }
        }
        report.add(
                workload.name().id() + ": time of dl4j over torch, fp32",
                Stopwatch.medianRatio(times[4], times[1]),
                "ratio");
        report.add(
                workload.name().id() + ": time of bf16 over fp32, torch",
                Stopwatch.medianRatio(times[3], times[1]),
                "ratio");
    }

    private void memory(Workload workload, Contender.Own own) {
        var arguments = List.of(own.id(), workload.name().id(), own.precision().id());
        double[] measured =
                ChildJvm.start(FirstIterations.class, arguments, Map.of()).numbers();
        String title = workload.name().id() + ", " + own.title() + ": ";
        report.add(title + "start of the process to the first iteration", measured[0], "s");
        report.add(title + "most memory", measured[1], "MB");
    }

    private void loops(Workload workload, DataSet images) {
        var bare = new Contender.Bare(Precision.FP32);
        // Long enough that the checkpoints and the first telemetry weigh as in a trial.
        int iterations = 2 * workload.iterations();
        double[] alone = new double[workload.repeats()];
        double[] observed = new double[workload.repeats()];
        double[] unobserved = new double[workload.repeats()];
        for (int i = 0; i < workload.repeats(); i++) {
            alone[i] = bare.milliseconds(workload, images, iterations);
            observed[i] = FullLoop.milliseconds(torch, workload, images, iterations, true);
            unobserved[i] = FullLoop.milliseconds(torch, workload, images, iterations, false);
            report.progress(workload.title() + ", full loop", i + 1, workload.repeats());
        }
        String title = workload.name().id() + ", torch fp32, worker's full loop ";
        report.add(title + "with telemetry: an iteration", Stopwatch.median(observed), "ms");
        report.add(title + "with telemetry: time over bare libtorch", Stopwatch.medianRatio(observed, alone), "ratio");
        report.add(title + "without: time over bare libtorch", Stopwatch.medianRatio(unobserved, alone), "ratio");
    }

    private void evaluation(Workload workload, DataSet images) {
        double[] bare = new double[REPEATS_OF_EVALUATION];
        double[] torchs = new double[REPEATS_OF_EVALUATION];
        double[] dl4js = new double[REPEATS_OF_EVALUATION];
        for (int i = 0; i < bare.length; i++) {
            bare[i] = FullEvaluation.bareImagesPerSecond(workload, images);
            torchs[i] = FullEvaluation.imagesPerSecond(torch, workload, images);
            dl4js[i] = FullEvaluation.imagesPerSecond(dl4j, workload, images);
            report.progress(workload.title() + ", evaluation", i + 1, bare.length);
        }
        String title = workload.name().id() + ", evaluation: ";
        report.add(title + "bare libtorch", Stopwatch.median(bare), "images/s");
        report.add(title + "torch", Stopwatch.median(torchs), "images/s");
        report.add(title + "dl4j", Stopwatch.median(dl4js), "images/s");
        report.add(title + "torch over bare libtorch", Stopwatch.medianRatio(torchs, bare), "ratio");
    }

    private void arrangements(Workload workload) {
        double[][] rates = new double[Arrangement.OF_TWO_CORES.size()][REPEATS_OF_ARRANGEMENTS];
        for (int repeat = 0; repeat < REPEATS_OF_ARRANGEMENTS; repeat++) {
            for (int i = 0; i < rates.length; i++) {
                rates[i][repeat] = Arrangement.OF_TWO_CORES.get(i).rate("torch", workload);
            }
            report.progress(workload.title() + ", trials side by side", repeat + 1, REPEATS_OF_ARRANGEMENTS);
        }
        for (int i = 0; i < rates.length; i++) {
            String title = Arrangement.OF_TWO_CORES.get(i).title();
            report.add(workload.name().id() + ", torch fp32, workers " + title, Stopwatch.median(rates[i]), "it/s");
        }
    }
}
