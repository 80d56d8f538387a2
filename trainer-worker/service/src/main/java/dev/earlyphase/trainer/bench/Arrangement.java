package dev.earlyphase.trainer.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A way to share this machine's cores among trials.
 *
 * @param processes workers
 * @param slots trials at once in each of them
 * @param threads of each trial
 */
record Arrangement(int processes, int slots, int threads) {
    /** All that keep two cores busy. */
    static final List<Arrangement> OF_TWO_CORES = List.of(
            new Arrangement(1, 1, 2), new Arrangement(1, 2, 1), new Arrangement(2, 1, 1), new Arrangement(1, 2, 2));

    String title() {
        return "%d × %d slots × %d threads".formatted(processes, slots, threads);
    }

    /** Iterations a second of all trials together. */
    double rate(String engine, Workload workload) {
        var arguments = List.of(engine, workload.name().id(), Integer.toString(slots));
        var environment = Map.of("OMP_NUM_THREADS", Integer.toString(threads));
        List<ChildJvm> workers = Stream.generate(() -> ChildJvm.start(SlotsAtWork.class, arguments, environment))
                .limit(processes)
                .toList();
        return workers.stream()
                .mapToDouble(worker -> Arrays.stream(worker.numbers()).sum())
                .sum();
    }
}
