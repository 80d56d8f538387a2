package dev.earlyphase.trainer.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The NVIDIA GPUs of this machine, as {@code nvidia-smi} lists them; none where there is no such program. */
public final class Gpus {
    static final String PROGRAM = "nvidia-smi";

    private static final int LIMIT_SECONDS = 20;
    private static final String VISIBLE = "CUDA_VISIBLE_DEVICES";

    private Gpus() {}

    /** All of them. */
    public static List<Gpu> all() {
        return all(PROGRAM);
    }

    /** Those that this process may use, in the order in which CUDA numbers them for it. */
    public static List<Gpu> visible() {
        return visible(all(), System.getenv());
    }

    static List<Gpu> all(String program) {
        return query(program, Gpu.COLUMNS)
                .map(Gpu::of)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The lines of the answer; none where there is no such program, or the driver does not answer. */
    static Stream<String> query(String program, String columns) {
        var query = List.of(program, "--query-gpu=" + columns, "--format=csv,noheader,nounits");
        try {
            Process process =
                    new ProcessBuilder(query).redirectErrorStream(true).start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Stream.of();
            }
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return output.lines();
        } catch (IOException e) {
            return Stream.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Stream.of();
        }
    }

    /** What CUDA_VISIBLE_DEVICES leaves of them; CUDA ignores what follows a name that it does not know. */
    static List<Gpu> visible(List<Gpu> all, Map<String, String> environment) {
        String named = environment.get(VISIBLE);
        if (named == null || named.startsWith("MIG")) {
            return all;
        }
        return Arrays.stream(named.split(","))
                .map(name -> named(name.strip(), all))
                .takeWhile(Objects::nonNull)
                .toList();
    }

    private static Gpu named(String name, List<Gpu> all) {
        return all.stream()
                .filter(gpu -> name.equals(Integer.toString(gpu.index()))
                        || (name.startsWith("GPU-") && gpu.uuid().startsWith(name)))
                .findFirst()
                .orElse(null);
    }
}
