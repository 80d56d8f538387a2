package dev.earlyphase.core.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads one data file from start to end, gzip or plain, and knows the offset for its messages. */
final class DataFile implements AutoCloseable {
    private final Path path;
    private final InputStream in;
    private long offset;

    DataFile(Path path) throws IOException {
        this.path = path;
        this.in = open(path);
    }

    private static InputStream open(Path path) throws IOException {
        InputStream plain = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        if (!path.toString().endsWith(".gz")) {
            return plain;
        }
        try {
            return new GZIPInputStream(plain, 1 << 16);
        } catch (ZipException | EOFException e) {
            plain.close();
            throw new MalformedData(path, 0, "no gzip header (" + e.getMessage() + ")", "a gzip file");
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    /** Fills {@code into} from {@code from} on with {@code length} bytes. */
    void read(byte[] into, int from, int length, String what) {
        long start = offset;
        int filled = 0;
        while (filled < length) {
            int count = readSome(into, from + filled, length - filled);
            if (count < 0) {
                throw malformed(offset, "the end of the file", "%d bytes of %s from %d".formatted(length, what, start));
            }
            filled += count;
            offset += count;
        }
    }

    /** A 32-bit big-endian number. */
    int readInt(String what) {
        byte[] bytes = new byte[4];
        read(bytes, 0, 4, what);
        return bytes[0] << 24 | (bytes[1] & 0xFF) << 16 | (bytes[2] & 0xFF) << 8 | bytes[3] & 0xFF;
    }

    void expectEnd() {
        if (readSome(new byte[1], 0, 1) >= 0) {
            throw malformed(offset, "more bytes", "the end of the file");
        }
    }

    MalformedData malformed(long at, String found, String expected) {
        return new MalformedData(path, at, found, expected);
    }

    private int readSome(byte[] into, int from, int length) {
        try {
            return in.read(into, from, length);
        } catch (EOFException | ZipException e) {
            throw malformed(offset, "a broken gzip stream (" + e.getMessage() + ")", "more compressed data");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
