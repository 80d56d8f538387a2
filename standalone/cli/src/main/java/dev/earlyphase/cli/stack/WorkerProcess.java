package dev.earlyphase.cli.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a process with an engine in it needs beyond a service's settings. */
public final class WorkerProcess {
    /** The Java that began to warn of what the native bindings do, and to know the flag that permits it. */
    private static final int WARNS = 23;

    private WorkerProcess() {}

    public static List<String> jvmFlags() {
        var flags = new ArrayList<>(List.of("--enable-native-access=ALL-UNNAMED"));
        // Else JavaCPP allows native memory in proportion to the heap, which an engine hardly uses.
        flags.add("-Dorg.bytedeco.javacpp.maxbytes=0");
        flags.add("-Dorg.bytedeco.javacpp.maxphysicalbytes=0");
        if (Runtime.version().feature() >= WARNS) {
            flags.add("--sun-misc-unsafe-memory-access=allow");
        }
        return flags;
    }

    /**
     * Settings of the native libraries: freed memory is kept for the next iteration instead of given back to the
     * system (10 % on ResNet-20), OpenBLAS keeps no thread pool beside OpenMP's, OpenMP's threads do not spin while
     * they wait (which costs tenfold time on a machine that is busy), products of matrices on a GPU repeat bit for bit
     * (which cuBLAS only does with such a workspace), and the trials that run at once share the cores,
     * since each has a pool of threads of its own; unless the user's OMP_NUM_THREADS says how many it is to have.
     *
     * @param trials how many run side by side, in whatever process
     */
    public static Map<String, String> environment(int trials) {
        int cores = Runtime.getRuntime().availableProcessors();
        return Map.of(
                "MALLOC_MMAP_THRESHOLD_", "1073741824",
                "MALLOC_TRIM_THRESHOLD_", "4294967296",
                "MALLOC_TOP_PAD_", "134217728",
                "OPENBLAS_NUM_THREADS", "1",
                "OMP_WAIT_POLICY", "PASSIVE",
                "CUBLAS_WORKSPACE_CONFIG", ":4096:8",
                "OMP_NUM_THREADS",
                        Optional.ofNullable(System.getenv("OMP_NUM_THREADS"))
                                .orElse(Integer.toString(Math.max(1, cores / trials))));
    }
}
