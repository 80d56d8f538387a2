package dev.earlyphase.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;

/** Making and removing folders. */
public final class Folders {

    private Folders() {}

    /** Makes the folder, and those it lies in, with mode 700; one that exists is left as it is. */
    public static Path createPrivate(Path folder) {
        try {
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
            return Files.createDirectories(folder, ownerOnly);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + folder, e);
        }
    }

    /** Makes the folder, with mode 700, and has it empty. */
    public static Path emptied(Path folder) {
        delete(folder);
        return createPrivate(folder);
    }

    /** Deletes the folder with all it holds, if it is there. */
    public static void delete(Path folder) {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }
}
