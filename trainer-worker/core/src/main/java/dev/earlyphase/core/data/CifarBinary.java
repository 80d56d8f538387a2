package dev.earlyphase.core.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

import dev.earlyphase.core.network.ImageShape;

/** CIFAR-10's binary layout: records of one label byte and 3×32×32 pixels, planes of red, green and blue. */
final class CifarBinary {
    static final List<String> TRAINING =
            List.of("data_batch_1.bin", "data_batch_2.bin", "data_batch_3.bin", "data_batch_4.bin", "data_batch_5.bin");
    static final List<String> TEST = List.of("test_batch.bin");
    static final int RECORDS_PER_FILE = 10_000;
    static final ImageShape SHAPE = new ImageShape(3, 32, 32);

    private CifarBinary() {}

    /** The files of a folder as one set, each of exactly {@code recordsPerFile} records. */
    static ImageSet read(Path folder, List<String> files, int recordsPerFile, int classes) {
        int length = SHAPE.elements();
        byte[] pixels = new byte[Math.multiplyExact(files.size() * recordsPerFile, length)];
        byte[] labels = new byte[files.size() * recordsPerFile];
        for (int f = 0; f < files.size(); f++) {
            try (DataFile file = new DataFile(folder.resolve(files.get(f)))) {
                for (int r = 0; r < recordsPerFile; r++) {
                    int image = f * recordsPerFile + r;
                    file.read(labels, image, 1, "label");
                    if (labels[image] < 0 || labels[image] >= classes) {
                        throw file.malformed(
                                r * (length + 1L),
                                "label " + (labels[image] & 0xFF),
                                "a label from 0 to " + (classes - 1));
                    }
                    file.read(pixels, image * length, length, "pixels");
                }
                file.expectEnd();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + folder.resolve(files.get(f)), e);
            }
        }
        return new ImageSet(SHAPE, classes, pixels, labels);
    }
}
