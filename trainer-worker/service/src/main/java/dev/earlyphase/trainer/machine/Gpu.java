package dev.earlyphase.trainer.machine;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A GPU as its driver describes it.
 *
 * @param index in the order of the PCI bus
 * @param uuid by which {@code CUDA_VISIBLE_DEVICES} may name it too
 * @param driver version
 * @param memory in MiB
 */
public record Gpu(int index, String uuid, String name, ComputeCapability capability, String driver, long memory) {
    /** The columns that {@link #of} reads, under the names that nvidia-smi has for them. */
    static final String COLUMNS = "index,uuid,name,compute_cap,driver_version,memory.total";

    private static final double MIB_A_GIB = 1024;

    /** @return empty for a line that is no GPU, such as one that says what is wrong with it */
    static Optional<Gpu> of(String line) {
        String[] cells = Arrays.stream(line.split(",")).map(String::strip).toArray(String[]::new);
        if (cells.length != COLUMNS.split(",").length) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Gpu(
                    Integer.parseInt(cells[0]),
                    cells[1],
                    cells[2],
                    ComputeCapability.of(cells[3]),
                    cells[4],
                    memory(cells[5])));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Cards that share the machine's memory have none to tell. */
    private static long memory(String mebibytes) {
        return mebibytes.chars().allMatch(Character::isDigit) ? Long.parseLong(mebibytes) : 0;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s, compute capability %s, driver %s, %.0f GiB",
                name,
                capability,
                driver,
                memory / MIB_A_GIB);
    }
}
