package dev.earlyphase.weights.statistics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensors;
import dev.earlyphase.weights.pruning.GlobalMagnitude;
import dev.earlyphase.weights.safetensors.Safetensors;

/**
 * Times all statistics of a checkpoint, on one thread as far as the collector lets it, and writes them for {@code
 * examples/python/checkpoint_statistics.py} to compare. Not a test.
 *
 * <pre>StatisticsBenchmark FOLDER resnet20|resnet18|FILE.safetensors [rounds of pruning]</pre>
 */
public final class StatisticsBenchmark {

    private static final int WARM_UP = 10;
    private static final int REPEATS = 15;

    private StatisticsBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Tensors weights = SyntheticCheckpoint.isKnown(arguments[1])
                ? SyntheticCheckpoint.of(arguments[1])
                : Safetensors.read(Path.of(arguments[1])).tensors();
        Tensors start = SyntheticCheckpoint.earlier(weights, 0.3);
        Tensors initial = SyntheticCheckpoint.earlier(weights, 1);
        Mask mask = pruned(weights, arguments.length > 2 ? Integer.parseInt(arguments[2]) : 0);
        write(folder, weights, mask, start, initial);

        var seconds = new double[REPEATS];
        CheckpointSummary summary = null;
        for (int repeat = -WARM_UP; repeat < REPEATS; repeat++) {
            long began = System.nanoTime();
            summary = CheckpointSummary.of(weights, mask, start, initial);
            seconds[Math.max(0, repeat)] = (System.nanoTime() - began) / 1e9;
        }
        Files.writeString(folder.resolve("java.json"), SummaryText.json(summary));
        Arrays.sort(seconds);
        double megabytes = weights.elements() * Float.BYTES / 1e6;
        double median = seconds[REPEATS / 2];
        System.out.printf(
                "Java: %.2f MB, %d of %d survive, median %.2f ms of %d (%.2f to %.2f), %.1f MB/s%n",
                megabytes,
                mask.survivors(),
                mask.size(),
                median * 1e3,
                REPEATS,
                seconds[0] * 1e3,
                seconds[REPEATS - 1] * 1e3,
                megabytes / median);
    }

    private static Mask pruned(Tensors weights, int rounds) {
        Mask mask = Mask.dense(SyntheticCheckpoint.prunable(weights));
        for (int round = 0; round < rounds; round++) {
            mask = new GlobalMagnitude(0.2).prune(weights, mask).mask();
        }
        return mask;
    }

    private static void write(Path folder, Tensors weights, Mask mask, Tensors start, Tensors initial)
            throws IOException {
        Files.write(folder.resolve("weights.safetensors"), Safetensors.bytes(weights, Map.of()));
        Files.write(folder.resolve("start.safetensors"), Safetensors.bytes(start, Map.of()));
        Files.write(folder.resolve("initial.safetensors"), Safetensors.bytes(initial, Map.of()));
        Files.write(folder.resolve("mask.safetensors"), Safetensors.bytes(mask, Map.of()));
    }
}
