package dev.earlyphase.cli.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.home.Home;

/**
 * How a stack is to be.
 *
 * @param workers how many worker processes, 1 to 64
 * @param slots how many trials each runs at once, 1 to 64
 * @param data the user's folder of data sets
 * @param port of the gateway; empty for the usual one, or another where that is taken
 * @param device what the workers compute on
 * @param engine what the workers compute with: auto, torch or dl4j
 * @param waiting for benchmarks: how long each trial waits instead of being trained
 */
public record StackOptions(
        Home home,
        int workers,
        int slots,
        Optional<Path> data,
        OptionalInt port,
        Device device,
        String engine,
        Optional<Duration> waiting) {
    public static final int DEFAULT_WORKERS = 1;
    public static final int DEFAULT_SLOTS = 1;
    public static final String AUTO_ENGINE = "auto";
    private static final List<String> ENGINES = List.of(AUTO_ENGINE, "torch", "dl4j");
    private static final int MOST = 64;
    private static final int MOST_SMALL = 4;

    public StackOptions {
        inRange("--workers", workers, MOST);
        inRange("--slots", slots, MOST);
        if (!ENGINES.contains(engine)) {
            throw Failure.ofUsage("--engine: got %s; allowed: %s".formatted(engine, String.join(", ", ENGINES)));
        }
        port.ifPresent(number -> inRange("--port", number, 65_535));
        data = data.map(Path::toAbsolutePath).map(Path::normalize);
        data.filter(folder -> !Files.isDirectory(folder)).ifPresent(folder -> {
            throw Failure.ofUsage("--data: got " + folder + "; allowed: a folder that exists");
        });
    }

    /** Whose workers train. */
    public StackOptions(
            Home home, int workers, int slots, Optional<Path> data, OptionalInt port, Device device, String engine) {
        this(home, workers, slots, data, port, device, engine, Optional.empty());
    }

    /**
     * A worker for each core, on the usual ports: a network as small as LeNet trains hardly faster on two threads than
     * on one, so that two trials at once take little longer than one.
     */
    public static StackOptions forSmallTrials(Home home, Optional<Path> data) {
        int workers = Math.min(Runtime.getRuntime().availableProcessors(), MOST_SMALL);
        return new StackOptions(
                home, workers, DEFAULT_SLOTS, data, OptionalInt.empty(), new Device.Auto(), AUTO_ENGINE);
    }

    private static void inRange(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw Failure.ofUsage("%s: got %d; allowed: a whole number from 1 to %d".formatted(option, value, most));
        }
    }
}
