package dev.earlyphase.engine.torch;

import java.io.IOException;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.global.torch;

/** Loads libtorch once in a process, with the settings that make it repeat itself. */
final class NativeLibrary {
    private static final String EXTENSION = "org.bytedeco.javacpp.platform.extension";
    private static final String GPU_EXTENSION = "-gpu";
    private static final String WHERE_TO_GET_IT =
            "libtorch has no native library here for %s; the build takes those of the machine it runs on, which may be "
                    + "linux-x86_64, linux-arm64 or macosx-arm64: build there, or choose earlyphase.engine=dl4j (%s)";

    static {
        // JavaCPP would measure the process at each allocation and refuse one beyond four times the heap.
        System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
        load(Loader.getPlatform());
        // OpenBLAS would keep threads of its own beside OpenMP's, which fight for the cores.
        openblas_nolapack.blas_set_num_threads(1);
        repeatItself(torch.globalContext());
    }

    private NativeLibrary() {}

    /** Does the above, if nobody has yet. @throws LinkageError if there is no library for this machine */
    static void load() {}

    /** Of the Java binding, which begins with that of libtorch, such as {@code 2.10.0-1.5.13}. */
    static String version() {
        try {
            return Loader.getVersion("org.bytedeco", "pytorch");
        } catch (IOException e) {
            throw new IllegalStateException("the version of org.bytedeco:pytorch cannot be read", e);
        }
    }

    static int threads() {
        return torch.get_num_threads();
    }

    /** Whether this is the build for GPUs. */
    static boolean forGpu() {
        String library = "/org/bytedeco/pytorch/%s%s/libjnitorch.so".formatted(Loader.getPlatform(), GPU_EXTENSION);
        return torch.class.getResource(library) != null;
    }

    /** Whether this is the build for GPUs and finds one that it can use. */
    static boolean gpu() {
        return forGpu() && torch.cuda_is_available();
    }

    /** Why the GPU is used, or why not: JavaCPP takes the build for processors where that for GPUs does not load. */
    static String gpuUse() {
        if (!forGpu()) {
            return "no: built without -Ptorch-cuda";
        }
        return gpu() ? "yes" : "no: needs the libraries of CUDA 13.1 and cuDNN 9, a driver ≥ 580 and a GPU ≥ 7.5";
    }

    private static void load(String platform) {
        try {
            if (forGpu()) {
                loadForGpu();
            } else {
                Loader.load(torch.class);
            }
        } catch (UnsatisfiedLinkError e) {
            var clear = new UnsatisfiedLinkError(WHERE_TO_GET_IT.formatted(platform, e.getMessage()));
            clear.initCause(e);
            throw clear;
        }
    }

    /** The other engine has another extension, so that this one stands only meanwhile. */
    private static void loadForGpu() {
        String before = System.getProperty(EXTENSION);
        System.setProperty(EXTENSION, GPU_EXTENSION);
        try {
            Loader.load(torch.class);
        } finally {
            if (before == null) {
                System.clearProperty(EXTENSION);
            } else {
                System.setProperty(EXTENSION, before);
            }
        }
    }

    /**
     * Asks for deterministic algorithms; where there is none, as for the gradient of overlapping max pools on a GPU,
     * libtorch warns and goes on.
     */
    private static void repeatItself(Context context) {
        context.setDeterministicAlgorithms(true, true);
        // New tensors would be filled with NaN, which costs time and only serves to find bugs.
        context.setDeterministicFillUninitializedMemory(false);
        context.setDeterministicMkldnn(true);
        context.setDeterministicCuDNN(true);
        context.setBenchmarkCuDNN(false);
        context.setAllowTF32CuDNN(false);
    }
}
