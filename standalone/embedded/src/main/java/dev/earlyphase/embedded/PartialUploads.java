package dev.earlyphase.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Files that an upload cut short by a crash has left. The store writes an object as {@code key-uuid} and renames it, so
 * keys of objects must not end like that.
 */
final class PartialUploads {

    private static final Pattern PARTIAL = Pattern.compile(".+-\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private PartialUploads() {}

    /** Deletes them; to be called while no upload runs. */
    static void sweep(Path bucket) throws IOException {
        List<Path> partial;
        try (var files = Files.walk(bucket)) {
            partial = files.filter(Files::isRegularFile)
                    .filter(file ->
                            PARTIAL.matcher(file.getFileName().toString()).matches())
                    .toList();
        }
        for (Path file : partial) {
            Files.delete(file);
        }
    }
}
