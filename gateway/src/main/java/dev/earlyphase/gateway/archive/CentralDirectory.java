package dev.earlyphase.gateway.archive;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.error.DomainException.TooLarge;

/** The list of entries at the end of a ZIP file, which is read into memory whole: how long it is, before that is done. */
final class CentralDirectory {
    /** Enough for some 100,000 entries. */
    private static final long LONGEST = 20L << 20;

    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int LOCATOR = 0x07064b50;
    private static final int LOCATOR_BYTES = 20;
    private static final int END_64_BYTES = 56;

    private CentralDirectory() {}

    static void check(Path file) throws IOException {
        long bytes = bytes(file);
        if (bytes < 0 || bytes > LONGEST) {
            throw new TooLarge(
                    "the archive's list of entries",
                    Long.toUnsignedString(bytes) + " bytes",
                    "at most " + LONGEST + " bytes");
        }
    }

    private static long bytes(Path file) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(in.length(), END_BYTES + LONGEST_COMMENT);
            long from = in.length() - length;
            ByteBuffer tail = read(in, from, length);
            for (int at = length - END_BYTES; at >= 0; at--) {
                if (tail.getInt(at) == END) {
                    long size = Integer.toUnsignedLong(tail.getInt(at + 12));
                    return size == 0xffffffffL ? bytes64(in, from + at - LOCATOR_BYTES) : size;
                }
            }
        }
        throw noZip();
    }

    /** Of a file beyond the numbers of the first format. */
    private static long bytes64(RandomAccessFile in, long at) throws IOException {
        if (at < 0) {
            throw noZip();
        }
        ByteBuffer locator = read(in, at, LOCATOR_BYTES);
        long end = locator.getLong(8);
        if (locator.getInt(0) != LOCATOR || end < 0 || end > in.length() - END_64_BYTES) {
            throw noZip();
        }
        return read(in, end, END_64_BYTES).getLong(40);
    }

    static Invalid noZip() {
        return new Invalid("body", "no whole ZIP file", "the archive of a study, as it was exported");
    }

    private static ByteBuffer read(RandomAccessFile in, long at, int length) throws IOException {
        byte[] bytes = new byte[length];
        in.seek(at);
        in.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
