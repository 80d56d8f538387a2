package dev.earlyphase.trainer.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.trainer.machine.Gpu;

/** What a worker was configured to compute on. */
enum AskedDevice {
    /** A GPU where there is one, else the processor. */
    AUTO,
    /** A GPU or nothing: a cluster that pays for one should not find the processor at work. */
    GPU;

    /** @throws Invalid naming {@code earlyphase.device} */
    static AskedDevice named(String name) {
        return Arrays.stream(values())
                .filter(device -> device.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "earlyphase.device",
                        name,
                        Arrays.stream(values()).map(AskedDevice::id).collect(Collectors.joining(" or "))));
    }

    /**
     * Why the worker must not start, and what was found.
     *
     * @param found what the engine computes on, such as {@code cpu} or {@code cuda:0 NVIDIA A100}
     * @param cudaBuild whether the engine was built for GPUs
     * @param gpus that the process may use
     */
    Optional<String> obstacle(String found, boolean cudaBuild, List<Gpu> gpus) {
        return switch (this) {
            case AUTO -> Optional.empty();
            case GPU ->
                found.startsWith("cuda")
                        ? Optional.empty()
                        : Optional.of(
                                "The trainer-worker does not start: EARLYPHASE_DEVICE is gpu, but the engine computes on "
                                        + found + "; " + why(cudaBuild, gpus));
        };
    }

    private static String why(boolean cudaBuild, List<Gpu> gpus) {
        String seen = gpus.isEmpty()
                ? "nvidia-smi shows no GPU that this process may use"
                : "nvidia-smi shows " + gpus.stream().map(Gpu::name).collect(Collectors.joining(", "));
        return seen + (cudaBuild ? "; its libraries for GPUs were tried" : "; this build has no libraries for GPUs");
    }

    private String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
