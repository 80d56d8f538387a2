package dev.earlyphase.reliability.terrain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.earlyphase.launcher.Folders;

/**
 * A clock for each process, which can be set while it runs: by the library libfaketime, loaded before all others. It asks
 * a file by how much the clock is off; the clock that only measures how long things take is left alone, as it is when the
 * system's time is set.
 */
public final class Clocks {
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib64/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib/faketime/libfaketimeMT.so.1"));

    private final Path folder;
    private final Optional<Path> library;

    /** @param folder of the files */
    public Clocks(Path folder) {
        this.folder = folder;
        this.library = PLACES.stream().filter(Files::exists).findFirst();
    }

    /** Whether clocks can be set on this machine. */
    public boolean available() {
        return library.isPresent();
    }

    /** The environment variables that give a process its clock. */
    Map<String, String> environment(String process) {
        return library.map(path -> {
                    set(process, Duration.ZERO);
                    return Map.of(
                            "LD_PRELOAD", path.toString(),
                            "FAKETIME_TIMESTAMP_FILE", file(process).toString(),
                            "FAKETIME_CACHE_DURATION", "1",
                            "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                            // Else a JVM's waits end at once, again and again.
                            "FAKETIME_FORCE_MONOTONIC_FIX", "0");
                })
                .orElse(Map.of());
    }

    /** Sets the clock of a process, which notices within a second. */
    public void set(String process, Duration ahead) {
        try {
            Folders.createPrivate(folder);
            Files.writeString(file(process), "%+d".formatted(ahead.toSeconds()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot set the clock of " + process, e);
        }
    }

    private Path file(String process) {
        return folder.resolve(process);
    }
}
