package dev.earlyphase.weights.safetensors;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

/**
 * Writes and reads whole safetensors files. Equal tensors and metadata give equal bytes. To read a tensor at a time, see
 * {@link SafetensorsReader}.
 */
public final class Safetensors {

    /** Bytes that hold the length of the header. */
    static final int PREFIX = Long.BYTES;

    /** The key of the header under which the metadata stand. */
    static final String METADATA = "__metadata__";

    private static final int CHUNK = 1 << 14;

    private static final Encoder FLOATS =
            (values, from, count, into) -> into.asFloatBuffer().put(values, from, count);

    private static final Encoder BYTES = (values, from, count, into) -> {
        for (int i = from; i < from + count; i++) {
            into.put((byte) values[i]);
        }
    };

    private Safetensors() {}

    private interface Encoder {
        void encode(float[] values, int from, int count, ByteBuffer into);
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes the tensors as F32; the stream stays open. */
    public static void write(OutputStream out, Tensors tensors, Map<String, String> metadata) throws IOException {
        write(out, tensors, Dtype.F32, FLOATS, metadata);
    }

    /** Writes a mask as U8, one for a survivor; the stream stays open. {@link Mask#fromTensors} reads it back. */
    public static void write(OutputStream out, Mask mask, Map<String, String> metadata) throws IOException {
        write(out, mask.toTensors(), Dtype.U8, BYTES, metadata);
    }

    /** What {@link #write(OutputStream, Tensors, Map)} writes. */
    public static byte[] bytes(Tensors tensors, Map<String, String> metadata) {
        return bytes(out -> write(out, tensors, metadata));
    }

    /** What {@link #write(OutputStream, Mask, Map)} writes. */
    public static byte[] bytes(Mask mask, Map<String, String> metadata) {
        return bytes(out -> write(out, mask, metadata));
    }

    /** @throws MalformedSafetensors where the file is at fault */
    public static SafetensorsFile read(Path file) throws IOException {
        try (var reader = SafetensorsReader.open(file)) {
            return whole(reader);
        }
    }

    /** @throws MalformedSafetensors where the bytes are at fault */
    public static SafetensorsFile read(byte[] bytes) {
        try (var reader = SafetensorsReader.open(new ByteArrayInputStream(bytes), bytes.length, "bytes")) {
            return whole(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SafetensorsFile whole(SafetensorsReader reader) throws IOException {
        var tensors = new ArrayList<Tensor>();
        for (Optional<Tensor> next = reader.next(); next.isPresent(); next = reader.next()) {
            tensors.add(next.get());
        }
        return new SafetensorsFile(Tensors.of(tensors), reader.metadata());
    }

    private static byte[] bytes(Content content) {
        var out = new ByteArrayOutputStream();
        try {
            content.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(
            OutputStream out, Tensors tensors, Dtype dtype, Encoder encoder, Map<String, String> metadata)
            throws IOException {
        byte[] header = HeaderText.of(tensors, dtype, metadata);
        out.write(littleEndian(PREFIX).putLong(header.length).array());
        out.write(header);
        ByteBuffer chunk = littleEndian(CHUNK * dtype.size);
        for (Tensor tensor : tensors) {
            float[] values = tensor.values();
            for (int from = 0; from < values.length; from += CHUNK) {
                int count = Math.min(CHUNK, values.length - from);
                encoder.encode(values, from, count, chunk.clear());
                out.write(chunk.array(), 0, count * dtype.size);
            }
        }
    }

    private static ByteBuffer littleEndian(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
