package dev.earlyphase.core.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.earlyphase.core.data.IdxFiles.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CifarBinaryTest {
    private static final int RECORD = 3_073;

    @TempDir
    Path folder;

    @Test
    void records_of_several_files_follow_one_another() {
        write(folder, "a.bin", records(3, 7));
        write(folder, "b.bin", records(9, 0));

        ImageSet set = CifarBinary.read(folder, List.of("a.bin", "b.bin"), 2, 10);

        assertThat(set.labels()).containsExactly(3, 7, 9, 0);
        assertThat(set.pixels()[2 * 3_072]).isEqualTo((byte) 9);
        assertThat(set.pixels()).hasSize(4 * 3_072);
    }

    @Test
    void a_truncated_file_is_refused_where_it_ends() {
        Path file = write(folder, "a.bin", Arrays.copyOf(records(3, 7), RECORD + 100));

        assertThatExceptionOfType(MalformedData.class)
                .isThrownBy(() -> CifarBinary.read(folder, List.of("a.bin"), 2, 10))
                .withMessage(file + " at offset 3173: found the end of the file, "
                        + "expected 3072 bytes of pixels from 3074");
    }

    @Test
    void a_file_of_too_many_records_is_refused() {
        Path file = write(folder, "a.bin", records(3, 7));

        assertThatExceptionOfType(MalformedData.class)
                .isThrownBy(() -> CifarBinary.read(folder, List.of("a.bin"), 1, 10))
                .withMessage(file + " at offset 3073: found more bytes, expected the end of the file");
    }

    @Test
    void a_label_outside_the_classes_is_refused_with_its_place() {
        Path file = write(folder, "a.bin", records(3, 200));

        assertThatExceptionOfType(MalformedData.class)
                .isThrownBy(() -> CifarBinary.read(folder, List.of("a.bin"), 2, 10))
                .withMessage(file + " at offset 3073: found label 200, expected a label from 0 to 9");
    }

    /** One record per label, its pixels equal to the label. */
    private static byte[] records(int... labels) {
        byte[] bytes = new byte[labels.length * RECORD];
        for (int i = 0; i < labels.length; i++) {
            Arrays.fill(bytes, i * RECORD, (i + 1) * RECORD, (byte) labels[i]);
        }
        return bytes;
    }
}
