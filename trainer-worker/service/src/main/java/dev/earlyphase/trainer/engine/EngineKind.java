package dev.earlyphase.trainer.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.core.engine.Engine;
import dev.earlyphase.engine.dl4j.Dl4jEngine;
import dev.earlyphase.engine.torch.TorchEngine;
import dev.earlyphase.trainer.machine.Gpu;
import dev.earlyphase.trainer.machine.Gpus;

/** The engines that a worker can compute with, the fastest first. */
public enum EngineKind {
    TORCH(
            "torch",
            "libtorch",
            "-Ptorch-cuda",
            List.of(
                    "org/bytedeco/pytorch/linux-x86_64-gpu/libjnitorch.so",
                    "org/bytedeco/pytorch/linux-arm64-gpu/libjnitorch.so")),
    DL4J("dl4j", "deeplearning4j", "-Pdl4j-cuda", List.of("org/nd4j/linalg/jcublas/JCublasBackend.class"));

    private final String id;
    private final String title;
    private final String cudaProfile;
    private final List<String> cudaResources;

    /** @param cudaResources of which the CUDA build has one on its class path, and the other build none */
    EngineKind(String id, String title, String cudaProfile, List<String> cudaResources) {
        this.id = id;
        this.title = title;
        this.cudaProfile = cudaProfile;
        this.cudaResources = cudaResources;
    }

    /** @throws Invalid naming {@code earlyphase.engine} */
    public static EngineKind named(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "earlyphase.engine",
                        id,
                        "auto or " + Arrays.stream(values()).map(EngineKind::id).collect(Collectors.joining(" or "))));
    }

    /** Its name in settings. */
    public String id() {
        return id;
    }

    /** The library's own name. */
    public String title() {
        return title;
    }

    /** The option of the build that makes it compute on GPUs. */
    public String cudaProfile() {
        return cudaProfile;
    }

    /** Whether it was built with {@link #cudaProfile()}; loads nothing. */
    public boolean isCudaBuild() {
        ClassLoader loader = EngineKind.class.getClassLoader();
        return cudaResources.stream().anyMatch(resource -> loader.getResource(resource) != null);
    }

    /**
     * Makes the engine.
     *
     * @throws RuntimeException if the GPU that it would compute on is none for it
     * @throws LinkageError if its native libraries do not load on this machine
     */
    public Engine load() {
        if (isCudaBuild()) {
            Gpus.visible().stream().findFirst().flatMap(this::obstacle).ifPresent(obstacle -> {
                throw new IllegalStateException(obstacle);
            });
        }
        // Classes of an engine are loaded here and not before.
        return switch (this) {
            case TORCH -> TorchEngine.create();
            case DL4J -> Dl4jEngine.create();
        };
    }

    private Optional<String> obstacle(Gpu gpu) {
        return Pairing.obstacle(this, true, gpu.capability());
    }
}
