package dev.earlyphase.launcher.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.earlyphase.launcher.EmbeddedLibrary;
import dev.earlyphase.launcher.EmbeddedPorts;
import dev.earlyphase.launcher.EmbeddedProcess;
import dev.earlyphase.launcher.Folders;

/**
 * One set of embedded servers per test JVM, on any free ports and in a temporary folder, started when first asked for
 * and gone when the JVM ends.
 */
public final class EmbeddedStack {

    private EmbeddedStack() {}

    /** The servers that all tests of this JVM share. */
    public static EmbeddedProcess shared() {
        return Shared.PROCESS;
    }

    private static final class Shared {
        static final EmbeddedProcess PROCESS = start();
    }

    private static EmbeddedProcess start() {
        EmbeddedLibrary library = EmbeddedLibrary.findFrom(Path.of(""))
                .orElseThrow(() -> new IllegalStateException("No built standalone/embedded above "
                        + Path.of("").toAbsolutePath() + ": run ./earlyphase test, which builds it first"));
        Path home = temporaryHome();
        // Unpacked once for all test runs, not once a home.
        List<String> binaries = List.of(
                "--binaries", library.folder().resolve("postgres-binaries").toString());
        EmbeddedProcess process =
                EmbeddedProcess.start(home, library, EmbeddedPorts.ANY, EmbeddedProcess.START_LIMIT, binaries);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            process.close();
            Folders.delete(home);
        }));
        return process;
    }

    private static Path temporaryHome() {
        try {
            return Files.createTempDirectory("earlyphase-embedded-");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a temporary folder", e);
        }
    }
}
