package dev.earlyphase.cli.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import dev.earlyphase.cli.exit.Interruption;

/** The NVIDIA GPUs that the user lets us have, by the names that {@code CUDA_VISIBLE_DEVICES} takes. */
final class VisibleGpus {
    private static final int LIMIT_SECONDS = 20;

    private VisibleGpus() {}

    static List<String> names() {
        return names("nvidia-smi", System.getenv());
    }

    /** Those of the environment, else all that the program lists; none where there is no such program. */
    static List<String> names(String program, Map<String, String> environment) {
        String given = environment.get("CUDA_VISIBLE_DEVICES");
        return given == null ? indices(program) : names(given);
    }

    private static List<String> names(String given) {
        return Arrays.stream(given.split(","))
                .map(String::strip)
                .takeWhile(name -> !name.isEmpty() && !name.startsWith("-"))
                .toList();
    }

    private static List<String> indices(String program) {
        try {
            Process process = new ProcessBuilder(program, "--query-gpu=index", "--format=csv,noheader").start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return List.of();
            }
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return output.lines()
                    .map(String::strip)
                    .filter(line -> line.matches("\\d+"))
                    .toList();
        } catch (IOException e) {
            return List.of();
        } catch (InterruptedException e) {
            throw new Interruption();
        }
    }
}
