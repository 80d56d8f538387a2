package dev.earlyphase.gateway.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where an archive lies that is written anew for each input. */
final class FuzzedArchive {
    private FuzzedArchive() {}

    static Path newFile() {
        try {
            Path file = Files.createTempFile("earlyphase-fuzz-", ".zip");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
