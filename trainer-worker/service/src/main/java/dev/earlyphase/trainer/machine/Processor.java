package dev.earlyphase.trainer.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The processor, as far as it can change speed or bits.
 *
 * @param model such as {@code AMD EPYC}
 * @param features instruction sets that the engines choose their code by; none where the system does not tell
 */
public record Processor(String model, List<String> features) {
    private static final Path CPUINFO = Path.of("/proc/cpuinfo");
    private static final Set<String> TELLING = Set.of(
            "avx",
            "avx2",
            "fma",
            "avx512f",
            "avx512bw",
            "avx512vl",
            "avx512_vnni",
            "avx512_bf16",
            "avx512_fp16",
            "amx_tile",
            "amx_bf16",
            "amx_int8",
            "asimd",
            "bf16",
            "sve",
            "sve2",
            "svebf16");

    public Processor {
        features = List.copyOf(features);
    }

    public static Processor ofThisMachine() {
        try {
            return of(Files.readAllLines(CPUINFO));
        } catch (IOException e) {
            // Not Linux.
            return of(List.of());
        }
    }

    /** @param cpuinfo lines of Linux's {@code /proc/cpuinfo} */
    static Processor of(List<String> cpuinfo) {
        String model = value(cpuinfo, "model name");
        String flags = value(cpuinfo, "flags") + " " + value(cpuinfo, "Features");
        return new Processor(
                model.isEmpty() ? System.getProperty("os.arch") : model,
                Arrays.stream(flags.strip().split("\\s+"))
                        .filter(TELLING::contains)
                        .sorted()
                        .toList());
    }

    /** Of the first core: the others are alike. */
    private static String value(List<String> cpuinfo, String key) {
        return cpuinfo.stream()
                .filter(line -> line.startsWith(key))
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .orElse("");
    }
}
