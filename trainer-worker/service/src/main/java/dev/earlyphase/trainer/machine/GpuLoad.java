package dev.earlyphase.trainer.machine;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a GPU is doing.
 *
 * @param utilisation share of the last moment in which it computed, 0 to 1
 * @param memoryUsed in bytes
 * @param memoryTotal in bytes
 */
record GpuLoad(int index, double utilisation, double memoryUsed, double memoryTotal) {
    /** The columns that {@link #of} reads, under the names that nvidia-smi has for them. */
    static final String COLUMNS = "index,utilization.gpu,memory.used,memory.total";

    private static final double PERCENT = 100;
    private static final double MIB = 1 << 20;

    /** @return empty for a line that is no GPU or does not tell its load */
    static Optional<GpuLoad> of(String line) {
        String[] cells = Arrays.stream(line.split(",")).map(String::strip).toArray(String[]::new);
        if (cells.length != COLUMNS.split(",").length) {
            return Optional.empty();
        }
        try {
            return Optional.of(new GpuLoad(
                    Integer.parseInt(cells[0]),
                    Double.parseDouble(cells[1]) / PERCENT,
                    Double.parseDouble(cells[2]) * MIB,
                    Double.parseDouble(cells[3]) * MIB));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
