package dev.earlyphase.engine.dl4j;

import org.bytedeco.javacpp.Loader;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

import dev.earlyphase.engine.dl4j.layer.Host;

/** Loads ND4J's native library once in a process, with the settings that must stand before its first class. */
final class NativeLibrary {
    private static final String EXTENSION = "org.bytedeco.javacpp.platform.extension";

    static {
        // Chooses among the variants for processors; JavaCPP finds the one for GPUs, which has no extension, all the
        // same.
        if (System.getProperty(EXTENSION) == null) {
            System.setProperty(EXTENSION, NativeVariant.ofThisMachine().extension());
        }
        // JavaCPP would look up the process's memory for every small allocation, and allow 2 GiB at -Xmx512m.
        System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
        System.setProperty("org.nd4j.log.initialization", "false");
        System.setProperty("org.deeplearning4j.crash.reporting.enabled", "false");
        // OpenBLAS would keep threads of its own beside OpenMP's, which fight for the cores.
        Nd4j.factory().blas().setMaxThreads(1);
    }

    private NativeLibrary() {}

    /** Does the above, if nobody has yet. */
    static void load() {}

    /** {@code cpu}, or the GPU that this thread computes on, such as {@code cuda:0 NVIDIA A100-SXM4-40GB}. */
    static String device() {
        if (Host.computes()) {
            return "cpu";
        }
        int number = Nd4j.getAffinityManager().getDeviceForCurrentThread();
        var operations = NativeOpsHolder.getInstance().getDeviceNativeOps();
        return "cuda:%d %s".formatted(number, operations.getDeviceName(number));
    }

    /** JavaCPP's name of the variant that was loaded, such as {@code linux-x86_64-onednn-avx512}; for GPUs there is one. */
    static String variant() {
        return Loader.getPlatform() + (Host.computes() ? System.getProperty(EXTENSION) : "");
    }

    /** Threads that ND4J and oneDNN share the work of an operation among. */
    static int threads() {
        return Nd4j.getEnvironment().maxMasterThreads();
    }
}
