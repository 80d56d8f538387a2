package dev.earlyphase.core.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import static dev.earlyphase.core.data.IdxFiles.gzip;
import static dev.earlyphase.core.data.IdxFiles.idx;
import static dev.earlyphase.core.data.IdxFiles.write;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** However a file is broken, the message names it; nothing else is ever thrown. */
class MalformedFilesTest {
    private static final byte[] DATA = new byte[64];
    private static final byte[] PLAIN = idx(0x0801, new int[] {64}, DATA);
    private static Path folder;

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("malformed");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        Files.deleteIfExists(folder.resolve("labels"));
        Files.deleteIfExists(folder.resolve("labels.gz"));
        Files.delete(folder);
    }

    @Property
    void a_truncated_file_is_refused(@ForAll @IntRange(max = 71) int length) {
        refused("labels", Arrays.copyOf(PLAIN, length));
    }

    @Property
    void a_truncated_gzip_file_is_refused(@ForAll @IntRange(max = 1_000) int cut) throws IOException {
        byte[] packed = gzip(PLAIN);

        refused("labels.gz", Arrays.copyOf(packed, cut % packed.length));
    }

    @Property
    void a_header_with_one_wrong_byte_is_refused(
            @ForAll @IntRange(max = 7) int place, @ForAll @IntRange(min = 1, max = 255) int change) {
        byte[] broken = PLAIN.clone();
        broken[place] ^= (byte) change;

        refused("labels", broken);
    }

    @Property
    void a_gzip_file_whose_checksum_is_wrong_is_refused(@ForAll @IntRange(min = 1, max = 255) int change)
            throws IOException {
        byte[] broken = gzip(PLAIN);
        broken[broken.length - 8] ^= (byte) change;

        refused("labels.gz", broken);
    }

    @Property
    void arbitrary_bytes_are_refused(@ForAll byte[] bytes) {
        refused("labels", bytes);
        refused("labels.gz", bytes);
    }

    private static void refused(String name, byte[] content) {
        Path file = write(folder, name, content);

        assertThatExceptionOfType(MalformedData.class)
                .isThrownBy(() -> Idx.bytes(file, List.of(64)))
                .withMessageStartingWith(file + " at offset ");
    }
}
