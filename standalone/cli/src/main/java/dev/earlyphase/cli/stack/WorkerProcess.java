package dev.earlyphase.cli.stack;

import java.util.List;
import java.util.Map;

/** What a process with an engine in it needs beyond a service's settings. */
public final class WorkerProcess {
    /** The Java that began to warn of what the native bindings do, and to know the flag that permits it. */
    private static final int WARNS = 23;

    private WorkerProcess() {}

    public static List<String> jvmFlags() {
        String nativeAccess = "--enable-native-access=ALL-UNNAMED";
        return Runtime.version().feature() < WARNS
                ? List.of(nativeAccess)
                : List.of(nativeAccess, "--sun-misc-unsafe-memory-access=allow");
    }

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
