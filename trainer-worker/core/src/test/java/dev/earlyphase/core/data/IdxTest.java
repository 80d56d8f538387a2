package dev.earlyphase.core.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.earlyphase.core.network.ImageShape;

import static dev.earlyphase.core.data.IdxFiles.gzip;
import static dev.earlyphase.core.data.IdxFiles.idx;
import static dev.earlyphase.core.data.IdxFiles.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class IdxTest {
    private static final byte[] IMAGES =
            idx(0x0803, new int[] {2, 2, 3}, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, (byte) 255});
    private static final byte[] LABELS = idx(0x0801, new int[] {2}, new byte[] {9, 0});
    private static final ImageShape SHAPE = new ImageShape(1, 2, 3);

    @TempDir
    Path folder;

    @Test
    void plain_and_packed_files_read_alike() throws IOException {
        Path images = write(folder, "images.gz", gzip(IMAGES));
        Path labels = write(folder, "labels", LABELS);

        ImageSet set = Idx.read(images, labels, SHAPE, 2, 10);

        assertThat(set.pixels()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 255);
        assertThat(set.labels()).containsExactly(9, 0);
    }

    @Test
    void a_wrong_magic_number_is_named_with_the_right_one() {
        Path file = write(folder, "images", LABELS);

        assertThatExceptionOfType(MalformedData.class)
                .isThrownBy(() -> Idx.bytes(file, List.of(2, 2, 3)))
                .withMessage(file + " at offset 0: found magic number 0x00000801, expected 0x00000803");
    }

    @Test
    void a_size_of_billions_is_refused_before_anything_is_allocated() {
        Path file = write(folder, "images", idx(0x0803, new int[] {-1, 2, 3}, new byte[12]));

        assertThatExceptionOfType(MalformedData.class)
                .isThrownBy(() -> Idx.bytes(file, List.of(2, 2, 3)))
                .withMessage(file + " at offset 4: found size 4294967295, expected 2");
    }

    @Test
    void bytes_after_the_data_are_refused() {
        Path file = write(folder, "labels", Arrays.copyOf(LABELS, LABELS.length + 1));

        assertThatExceptionOfType(MalformedData.class)
                .isThrownBy(() -> Idx.bytes(file, List.of(2)))
                .withMessage(file + " at offset 10: found more bytes, expected the end of the file");
    }

    @Test
    void a_label_outside_the_classes_is_refused_with_its_place() {
        Path images = write(folder, "images", IMAGES);
        Path labels = write(folder, "labels", idx(0x0801, new int[] {2}, new byte[] {9, 10}));

        assertThatExceptionOfType(MalformedData.class)
                .isThrownBy(() -> Idx.read(images, labels, SHAPE, 2, 10))
                .withMessage(labels + " at offset 9: found label 10, expected a label from 0 to 9");
    }

    @Test
    void a_file_that_only_claims_to_be_packed_is_refused() {
        Path file = write(folder, "labels.gz", LABELS);

        assertThatExceptionOfType(MalformedData.class)
                .isThrownBy(() -> Idx.bytes(file, List.of(2)))
                .withMessageContaining("expected a gzip file");
    }

    @Test
    void an_empty_file_is_refused() {
        Path file = write(folder, "labels", new byte[0]);

        assertThatExceptionOfType(MalformedData.class)
                .isThrownBy(() -> Idx.bytes(file, List.of(2)))
                .withMessage(file + " at offset 0: found the end of the file, expected 4 bytes of magic number from 0");
    }
}
