package dev.earlyphase.engine.dl4j;

import org.bytedeco.javacpp.Loader;
import org.nd4j.linalg.factory.Nd4j;

/** Loads ND4J's native library once in a process, with the settings that must stand before its first class. */
final class NativeLibrary {
    private static final String EXTENSION = "org.bytedeco.javacpp.platform.extension";

    static {
        if (System.getProperty(EXTENSION) == null) {
            System.setProperty(EXTENSION, NativeVariant.ofThisMachine().extension());
        }
        System.setProperty("org.nd4j.log.initialization", "false");
        System.setProperty("org.deeplearning4j.crash.reporting.enabled", "false");
        // OpenBLAS would keep threads of its own beside OpenMP's, which fight for the cores.
        Nd4j.factory().blas().setMaxThreads(1);
    }

    private NativeLibrary() {}

    /** Does the above, if nobody has yet. */
    static void load() {}

    /** JavaCPP's name of the variant that was loaded, such as {@code linux-x86_64-onednn-avx512}. */
    static String variant() {
        return Loader.getPlatform() + System.getProperty(EXTENSION);
    }

    /** Threads that ND4J and oneDNN share the work of an operation among. */
    static int threads() {
        return Nd4j.getEnvironment().maxMasterThreads();
    }
}
