package dev.earlyphase.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;

/** Files that only their owner may open. */
public final class PrivateFiles {

    private PrivateFiles() {}

    /** Writes properties with mode 600, by way of a temporary file, so that no reader sees half of them. */
    public static void write(Path file, Properties properties, String comment) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Path draft = Files.createTempFile(folder, file.getFileName().toString(), ".draft", ownerOnly);
            try (Writer writer = Files.newBufferedWriter(draft)) {
                properties.store(writer, comment);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
