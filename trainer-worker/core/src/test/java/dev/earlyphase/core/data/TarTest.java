package dev.earlyphase.core.data;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TarTest {
    @TempDir
    Path folder;

    @Test
    void wanted_files_are_unpacked_flat_and_others_left() throws IOException {
        byte[] archive = archive("cifar/readme.html", "hello", "cifar/a.bin", "x".repeat(700), "cifar/b.bin", "last");

        Tar.unpack(new ByteArrayInputStream(archive), List.of("a.bin", "b.bin"), folder);

        assertThat(folder.resolve("a.bin")).hasContent("x".repeat(700));
        assertThat(folder.resolve("b.bin")).hasContent("last");
        assertThat(folder.resolve("readme.html")).doesNotExist();
    }

    @Test
    void an_archive_that_ends_within_a_file_is_refused() throws IOException {
        byte[] archive = archive("a.bin", "x".repeat(700));

        assertThatExceptionOfType(EOFException.class)
                .isThrownBy(() ->
                        Tar.unpack(new ByteArrayInputStream(Arrays.copyOf(archive, 900)), List.of("a.bin"), folder))
                .withMessageContaining("a.bin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-0000000001", "9", "0x10", "17 17"})
    void a_size_that_is_no_octal_number_is_refused(String size) throws IOException {
        byte[] archive = archive("a.bin", "x");
        byte[] field = Arrays.copyOf(size.getBytes(StandardCharsets.US_ASCII), 12);
        System.arraycopy(field, 0, archive, 124, field.length);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Tar.unpack(new ByteArrayInputStream(archive), List.of("a.bin"), folder))
                .withMessageContaining("size");
    }

    private static byte[] archive(String... namesAndContents) throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        for (int i = 0; i < namesAndContents.length; i += 2) {
            byte[] content = namesAndContents[i + 1].getBytes(StandardCharsets.US_ASCII);
            byte[] header = Arrays.copyOf(namesAndContents[i].getBytes(StandardCharsets.US_ASCII), 512);
            byte[] size = "%011o".formatted(content.length).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(size, 0, header, 124, size.length);
            archive.write(header);
            archive.write(Arrays.copyOf(content, (content.length + 511) / 512 * 512));
        }
        archive.write(new byte[1_024]);
        return archive.toByteArray();
    }
}
