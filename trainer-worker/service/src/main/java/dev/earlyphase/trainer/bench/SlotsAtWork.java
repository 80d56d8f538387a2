package dev.earlyphase.trainer.bench;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import dev.earlyphase.contracts.trial.Precision;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.core.data.DataSet;
import dev.earlyphase.core.engine.Engine;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.training.Attempt;
import dev.earlyphase.core.training.Snapshot;
import dev.earlyphase.core.training.TrainingListener;
import dev.earlyphase.trainer.engine.EngineKind;

/** A process that trains in several slots at once for a few seconds, and prints the iterations a second of each. */
public final class SlotsAtWork {
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration MEASURED = Duration.ofSeconds(5);
    private static final int NO_END = 1_000_000;

    private SlotsAtWork() {}

    /** Arguments: engine, network, slots. */
    public static void main(String... arguments) throws ExecutionException, InterruptedException {
        Workload workload = Workload.of(arguments[1]);
        int slots = Integer.parseInt(arguments[2]);
        DataSet data = Data.ofEnvironment().load(workload.dataset());
        try (Engine engine = EngineKind.named(arguments[0]).load();
                ExecutorService threads = Executors.newFixedThreadPool(slots)) {
            List<Future<Double>> rates = Stream.generate(() -> threads.submit(() -> rate(engine, workload, data)))
                    .limit(slots)
                    .toList();
            StringBuilder line = new StringBuilder();
            for (Future<Double> rate : rates) {
                line.append(rate.get()).append(' ');
            }
            System.out.println(line.toString().strip());
        }
    }

    private static double rate(Engine engine, Workload workload, DataSet data) {
        TrialSpec spec = workload.spec(NO_END, Precision.FP32);
        var count = new Count();
        new Attempt(spec, workload.network(), data, Optional.empty(), Snapshot.initial(spec, workload.network()))
                .run(engine, List.of(count), count::done);
        return count.rate();
    }

    /** Counts the iterations of a stretch of time that begins some seconds after the first. */
    private static final class Count implements TrainingListener {
        private final long from = System.nanoTime() + WARM_UP.toNanos();
        private long now;
        private long begin;
        private int iterations;

        @Override
        public void reached(int iteration, Session session) {
            now = System.nanoTime();
            if (now >= from) {
                begin = begin == 0 ? now : begin;
                iterations++;
            }
        }

        boolean done() {
            return begin != 0 && now - begin >= MEASURED.toNanos();
        }

        double rate() {
            return (iterations - 1) / ((now - begin) / 1e9);
        }
    }
}
