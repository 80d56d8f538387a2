package dev.earlyphase.core.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** As much of the tar format as it takes to unpack a known archive: plain files with short names. */
final class Tar {
    private static final int BLOCK = 512;
    private static final int NAME_LENGTH = 100;
    private static final int SIZE_AT = 124;
    private static final int SIZE_LENGTH = 12;

    private Tar() {}

    /**
     * Writes those files whose last name is wanted, flat, into a folder.
     *
     * @throws IOException where it is no such archive, or ends before it should
     */
    static void unpack(InputStream archive, Collection<String> wanted, Path folder) throws IOException {
        byte[] header = new byte[BLOCK];
        while (archive.readNBytes(header, 0, BLOCK) == BLOCK) {
            String path = text(header, 0, NAME_LENGTH);
            if (path.isEmpty()) {
                return;
            }
            long size = size(header);
            String name = path.substring(path.lastIndexOf('/') + 1);
            if (wanted.contains(name)) {
                copy(archive, size, folder.resolve(name));
            } else {
                archive.skipNBytes(size);
            }
            archive.skipNBytes(Math.floorMod(-size, BLOCK));
        }
    }

    private static void copy(InputStream archive, long size, Path file) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(file)) {
            long left = size;
            while (left > 0) {
                int count = archive.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (count < 0) {
                    throw new EOFException("the archive ends within " + file.getFileName());
                }
                out.write(buffer, 0, count);
                left -= count;
            }
        }
    }

    private static long size(byte[] header) throws IOException {
        String digits = text(header, SIZE_AT, SIZE_LENGTH).trim();
        if (!digits.matches("[0-7]{1,12}")) {
            throw new IOException("a tar header says '" + digits + "' for a size, allowed are octal digits");
        }
        return Long.parseLong(digits, 8);
    }

    private static String text(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.US_ASCII);
    }
}
