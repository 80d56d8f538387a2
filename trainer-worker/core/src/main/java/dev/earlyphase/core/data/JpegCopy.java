package dev.earlyphase.core.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A copy of CIFAR-10 as JPEG files, with a Java program of its own that writes the binary layout. */
final class JpegCopy {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final String PROGRAM = "BuildCifar10.java";

    private JpegCopy() {}

    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve("cifar10-jpg.tar.gz"))
                && Files.isRegularFile(folder.resolve(PROGRAM));
    }

    /** Runs the copy's program on this JVM's own JDK. */
    static void convert(Path copy, Path into) throws IOException, InterruptedException {
        Path log = into.resolve("conversion.log");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path program = copy.resolve(PROGRAM).toAbsolutePath();
        Process process = new ProcessBuilder(
                        java.toString(), "-Djava.awt.headless=true", program.toString(), into.toString())
                .directory(copy.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("%s has not ended after %s".formatted(program, LIMIT));
            }
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new IOException("%s ended with status %d: %s"
                    .formatted(
                            program, process.exitValue(), Files.readString(log).strip()));
        }
    }
}
