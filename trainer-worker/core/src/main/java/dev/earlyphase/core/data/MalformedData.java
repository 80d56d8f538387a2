package dev.earlyphase.core.data;

import java.nio.file.Path;

/** A data file that is not what its name promises. */
public final class MalformedData extends RuntimeException {
    /**
     * @param offset in bytes from the start of the file, after decompression
     * @param found what stands there
     * @param expected what should stand there
     */
    public MalformedData(Path file, long offset, String found, String expected) {
        super("%s at offset %d: found %s, expected %s".formatted(file, offset, found, expected));
    }
}
