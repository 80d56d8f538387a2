package dev.earlyphase.trainer.engine;

import java.util.Arrays;
import java.util.Optional;

import dev.earlyphase.trainer.machine.ComputeCapability;

/**
 * Which engine's CUDA build computes on which GPUs. ND4J 1.0.0-M2.1 holds machine code for compute capability 3.7 to
 * 8.6, which 8.9 runs too, and none that a later GPU could translate; libtorch 2.10 begins at 7.5.
 */
public final class Pairing {
    private static final ComputeCapability DL4J_FIRST = new ComputeCapability(3, 7);
    private static final ComputeCapability DL4J_END = new ComputeCapability(9, 0);
    private static final ComputeCapability TORCH_FIRST = new ComputeCapability(7, 5);

    private Pairing() {}

    /**
     * Why an engine cannot compute on a GPU.
     *
     * @param cuda whether it was built for GPUs; one that was not computes on the processor beside any GPU
     * @return empty when it can, else what it needs and what to do instead
     */
    public static Optional<String> obstacle(EngineKind kind, boolean cuda, ComputeCapability gpu) {
        if (!cuda || suits(kind, gpu)) {
            return Optional.empty();
        }
        String instead = Arrays.stream(EngineKind.values())
                .filter(other -> suits(other, gpu))
                .findFirst()
                .map(other -> "take earlyphase.engine=%s, built with %s".formatted(other.id(), other.cudaProfile()))
                .orElse("take a build without " + kind.cudaProfile() + ", which computes on the processor");
        return Optional.of("the CUDA build of %s runs on GPUs of compute capability %s, and this one's is %s: %s"
                .formatted(kind.title(), range(kind), gpu, instead));
    }

    private static boolean suits(EngineKind kind, ComputeCapability gpu) {
        return switch (kind) {
            case TORCH -> !gpu.isBefore(TORCH_FIRST);
            case DL4J -> !gpu.isBefore(DL4J_FIRST) && gpu.isBefore(DL4J_END);
        };
    }

    private static String range(EngineKind kind) {
        return switch (kind) {
            case TORCH -> TORCH_FIRST + " and above";
            case DL4J -> DL4J_FIRST + " and above, below " + DL4J_END;
        };
    }
}
