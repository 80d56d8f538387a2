package dev.earlyphase.core.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

import dev.earlyphase.core.network.ImageShape;

/** The IDX format of MNIST: a magic number, big-endian sizes, then unsigned bytes; plain or gzip. */
final class Idx {
    private static final int UNSIGNED_BYTES = 0x0800;

    private Idx() {}

    /** A set of grey images from its two files. */
    static ImageSet read(Path images, Path labels, ImageShape shape, int count, int classes) {
        byte[] pixels = bytes(images, List.of(count, shape.height(), shape.width()));
        byte[] targets = bytes(labels, List.of(count));
        for (int i = 0; i < count; i++) {
            if (targets[i] < 0 || targets[i] >= classes) {
                throw new MalformedData(
                        labels, 8L + i, "label " + (targets[i] & 0xFF), "a label from 0 to " + (classes - 1));
            }
        }
        return new ImageSet(shape, classes, pixels, targets);
    }

    /** The bytes of an array that must have exactly these sizes; nothing is allocated before the header has said so. */
    static byte[] bytes(Path path, List<Integer> sizes) {
        try (DataFile file = new DataFile(path)) {
            int magic = file.readInt("magic number");
            int expectedMagic = UNSIGNED_BYTES | sizes.size();
            if (magic != expectedMagic) {
                throw file.malformed(0, "magic number 0x%08x".formatted(magic), "0x%08x".formatted(expectedMagic));
            }
            for (int i = 0; i < sizes.size(); i++) {
                int size = file.readInt("size");
                if (size != sizes.get(i)) {
                    throw file.malformed(4 + 4L * i, "size " + Integer.toUnsignedString(size), "" + sizes.get(i));
                }
            }
            byte[] bytes = new byte[sizes.stream().reduce(1, Math::multiplyExact)];
            file.read(bytes, 0, bytes.length, "data");
            file.expectEnd();
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
