package dev.earlyphase.core.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is written anew for each input, in a folder of this process. */
final class FuzzedFile {
    private static final Path FOLDER = newFolder();

    private FuzzedFile() {}

    static Path named(String name) {
        Path file = FOLDER.resolve(name);
        file.toFile().deleteOnExit();
        return file;
    }

    /** Where files of these names lie. */
    static Path inFolder() {
        return FOLDER;
    }

    /** Empty, and gone with this process. */
    static Path newFolder() {
        try {
            Path folder = Files.createTempDirectory("earlyphase-fuzz-");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
