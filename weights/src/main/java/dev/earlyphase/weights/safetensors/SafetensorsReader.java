package dev.earlyphase.weights.safetensors;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

import dev.earlyphase.weights.Tensor;

/**
 * Reads a file one tensor at a time, in the order of their values, so that only one need be in memory. The whole header
 * is read and checked first. For one thread.
 */
public final class SafetensorsReader implements AutoCloseable {

    /** Headers are shorter than this (some 60,000 tensors), or refused: the format itself would allow 100 MB. */
    static final long MAX_HEADER = 4 << 20;

    private static final int CHUNK = 1 << 16;

    private final String source;
    private final InputStream in;
    private final Header header;
    private final Iterator<Entry> entries;
    private final byte[] chunk = new byte[CHUNK];

    private SafetensorsReader(String source, InputStream in, Header header) {
        this.source = source;
        this.in = in;
        this.header = header;
        this.entries = header.entries().iterator();
    }

    /** @throws MalformedSafetensors where the header is at fault */
    public static SafetensorsReader open(Path file) throws IOException {
        return open(Files.newInputStream(file), Files.size(file), file.toString());
    }

    /**
     * Reads the header; the reader owns the stream from then on, and closes it where the header is at fault.
     *
     * @param in stands at the first byte of the file
     * @param length of the file in bytes
     * @param source names the file in messages
     * @throws MalformedSafetensors where the header is at fault
     */
    public static SafetensorsReader open(InputStream in, long length, String source) throws IOException {
        try {
            return new SafetensorsReader(source, in, header(in, length, source));
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** The free text of the header, empty where there is none. */
    public Map<String, String> metadata() {
        return header.metadata();
    }

    /**
     * The next tensor, or empty after the last.
     *
     * @throws MalformedSafetensors where the file ends before it should
     */
    public Optional<Tensor> next() throws IOException {
        return entries.hasNext() ? Optional.of(values(entries.next())) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private Tensor values(Entry entry) throws IOException {
        var values = new float[entry.shape().elements()];
        int size = entry.dtype().size;
        for (int done = 0; done < values.length; ) {
            int count = Math.min(values.length - done, CHUNK / size);
            int read = in.readNBytes(chunk, 0, count * size);
            if (read < count * size) {
                long at = header.dataStart() + entry.begin() + (long) done * size + read;
                throw new MalformedSafetensors(
                        source, at, "the file ends within tensor " + JsonScanner.quoted(entry.name()));
            }
            entry.dtype().decode(ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN), values, done, count);
            done += count;
        }
        return new Tensor(entry.name(), entry.shape(), values);
    }

    private static Header header(InputStream in, long length, String source) throws IOException {
        byte[] prefix = in.readNBytes(Safetensors.PREFIX);
        if (prefix.length < Safetensors.PREFIX) {
            throw new MalformedSafetensors(
                    source,
                    prefix.length,
                    "the file ends within the " + Safetensors.PREFIX + " bytes of header length");
        }
        long size = ByteBuffer.wrap(prefix).order(ByteOrder.LITTLE_ENDIAN).getLong();
        long allowed = Math.min(MAX_HEADER, length - Safetensors.PREFIX);
        if (size < 2 || size > allowed) {
            throw new MalformedSafetensors(
                    source,
                    0,
                    "a header of " + Long.toUnsignedString(size) + " bytes; allowed: 2 to " + allowed + " in a file of "
                            + length);
        }
        byte[] bytes = in.readNBytes((int) size);
        if (bytes.length < size) {
            throw new MalformedSafetensors(
                    source, Safetensors.PREFIX + bytes.length, "the file ends within its header");
        }
        return HeaderParser.parse(source, bytes, length);
    }
}
