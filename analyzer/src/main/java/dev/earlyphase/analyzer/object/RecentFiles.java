package dev.earlyphase.analyzer.object;

import java.util.LinkedHashMap;
import java.util.Optional;

import dev.earlyphase.weights.safetensors.SafetensorsFile;

/**
 * Files by their SHA-256, as many as fit into a number of bytes; the one not used for longest goes first. For one thread
 * at a time.
 */
final class RecentFiles {
    private static final float LOAD_FACTOR = 0.75f;

    private final long limit;
    private final LinkedHashMap<String, SafetensorsFile> files = new LinkedHashMap<>(16, LOAD_FACTOR, true);
    private long bytes;

    RecentFiles(long limit) {
        this.limit = limit;
    }

    Optional<SafetensorsFile> find(String sha256) {
        return Optional.ofNullable(files.get(sha256));
    }

    /** Keeps a file that is not there yet; one that alone is over the limit is not kept. */
    void keep(String sha256, SafetensorsFile file) {
        if (bytes(file) > limit) {
            return;
        }
        files.put(sha256, file);
        bytes += bytes(file);
        while (bytes > limit) {
            bytes -= bytes(files.pollFirstEntry().getValue());
        }
    }

    private static long bytes(SafetensorsFile file) {
        return file.tensors().elements() * Float.BYTES;
    }
}
