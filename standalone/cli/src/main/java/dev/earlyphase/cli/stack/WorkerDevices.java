package dev.earlyphase.cli.stack;

import java.util.List;
import java.util.Map;

import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.home.Repository;

/**
 * Which GPU each worker sees: an engine takes the first that it sees.
 *
 * @param gpus names of those to be shared out; empty where the build or the machine is not for them
 */
record WorkerDevices(Device device, List<String> gpus) {
    private static final String VISIBLE = "CUDA_VISIBLE_DEVICES";
    /** A name that no GPU has. */
    private static final String NONE = "-1";
    /** CUDA would else number them by speed, and nvidia-smi by their place in the machine. */
    private static final Map.Entry<String, String> BY_PLACE = Map.entry("CUDA_DEVICE_ORDER", "PCI_BUS_ID");

    /** @throws Failure if a GPU is asked for that is not here or that the build cannot use */
    WorkerDevices {
        gpus = List.copyOf(gpus);
        if (device instanceof Device.Cuda cuda && !gpus.contains(Integer.toString(cuda.index()))) {
            throw Failure.ofUsage("--device: got %s; allowed: auto, cpu%s"
                    .formatted(
                            cuda.id(),
                            gpus.isEmpty()
                                    ? " (no GPU is here, or the build is not for GPUs: see earlyphase doctor)"
                                    : ", cuda:N with N of " + String.join(", ", gpus)));
        }
    }

    static WorkerDevices of(Repository repository, Device device) {
        return switch (device) {
            case Device.Cpu cpu -> new WorkerDevices(cpu, List.of());
            case Device.Auto auto -> new WorkerDevices(auto, gpus(repository));
            case Device.Cuda cuda -> new WorkerDevices(cuda, gpus(repository));
        };
    }

    /** Variables of a worker's process. @param worker its number from 0 */
    Map<String, String> environment(int worker) {
        return switch (device) {
            case Device.Cpu cpu -> Map.of(VISIBLE, NONE);
            case Device.Auto auto -> gpus.isEmpty() ? Map.of() : visible(gpus.get(worker % gpus.size()));
            case Device.Cuda cuda -> visible(Integer.toString(cuda.index()));
        };
    }

    private static Map<String, String> visible(String gpu) {
        return Map.ofEntries(Map.entry(VISIBLE, gpu), BY_PLACE);
    }

    private static List<String> gpus(Repository repository) {
        List<String> visible = VisibleGpus.names();
        return !visible.isEmpty() && repository.workerIsForGpus() ? visible : List.of();
    }
}
