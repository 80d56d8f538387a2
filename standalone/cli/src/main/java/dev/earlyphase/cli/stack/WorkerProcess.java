package dev.earlyphase.cli.stack;

import java.util.List;
import java.util.Map;

/** What a process with an engine in it needs beyond a service's settings. */
public final class WorkerProcess {
    public static final List<String> JVM_FLAGS = List.of("--enable-native-access=ALL-UNNAMED");

    private WorkerProcess() {}

    /**
     * Settings of the native libraries: freed memory is kept for the next iteration instead of given back to the
     * system (10 % on ResNet-20), OpenBLAS keeps no thread pool beside OpenMP's, OpenMP's threads do not spin while
     * they wait (which costs tenfold time on a machine that is busy), and the workers share the cores.
     *
     * @param workers how many such processes run side by side
     */
    public static Map<String, String> environment(int workers) {
        int cores = Runtime.getRuntime().availableProcessors();
        return Map.of(
                "MALLOC_MMAP_THRESHOLD_", "1073741824",
                "MALLOC_TRIM_THRESHOLD_", "4294967296",
                "MALLOC_TOP_PAD_", "134217728",
                "OPENBLAS_NUM_THREADS", "1",
                "OMP_WAIT_POLICY", "PASSIVE",
                "OMP_NUM_THREADS", Integer.toString(Math.max(1, cores / workers)));
    }
}
