package dev.earlyphase.engine.dl4j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Which build of ND4J's native library suits the processor. The name is JavaCPP's platform extension. */
enum NativeVariant {
    AVX512("-onednn-avx512", Set.of("avx512f", "avx512bw", "avx512dq", "avx512vl")),
    AVX2("-onednn-avx2", Set.of("avx2", "fma")),
    PLAIN("", Set.of());

    private static final Path CPUINFO = Path.of("/proc/cpuinfo");

    private final String extension;
    private final Set<String> needs;

    NativeVariant(String extension, Set<String> needs) {
        this.extension = extension;
        this.needs = needs;
    }

    String extension() {
        return extension;
    }

    /** The best variant for this machine; other platforms than Linux on x86-64 have only the plain one. */
    static NativeVariant ofThisMachine() {
        boolean x86Linux = System.getProperty("os.name").equalsIgnoreCase("linux")
                && System.getProperty("os.arch").equals("amd64");
        return x86Linux ? of(flags()) : PLAIN;
    }

    /**
     * @param flags of an x86-64 processor, as Linux names them
     * @throws IllegalStateException if no packaged variant runs on such a processor
     */
    static NativeVariant of(Set<String> flags) {
        for (NativeVariant variant : new NativeVariant[] {AVX512, AVX2}) {
            if (flags.containsAll(variant.needs)) {
                return variant;
            }
        }
        throw new IllegalStateException(
                "the Deeplearning4j engine needs a processor with AVX2 and FMA; %s lists neither AVX-512 nor those"
                        .formatted(CPUINFO));
    }

    private static Set<String> flags() {
        try (var lines = Files.lines(CPUINFO)) {
            return lines.filter(line -> line.startsWith("flags"))
                    .findFirst()
                    .map(line -> Arrays.stream(
                                    line.substring(line.indexOf(':') + 1).trim().split("\\s+"))
                            .collect(Collectors.toSet()))
                    .orElse(Set.of());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tell the processor's features from " + CPUINFO, e);
        }
    }
}
