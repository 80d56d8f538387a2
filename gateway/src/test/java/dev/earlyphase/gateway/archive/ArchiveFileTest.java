package dev.earlyphase.gateway.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.earlyphase.contracts.error.DomainException;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.error.DomainException.TooLarge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ArchiveFileTest {
    private static final long MOST = 1_000_000;

    @TempDir
    private Path folder;

    private final Map<String, String> entries = new LinkedHashMap<>(Map.of(
            "manifest.json",
            "{}",
            "study.json",
            "{}",
            "trials.ndjson",
            "{}\n",
            "tables/telemetry.ndjson",
            "{\"a\": 1}\n"));

    @Test
    void what_was_written_is_read_back() throws IOException {
        var out = new ByteArrayOutputStream();
        var writer = new ArchiveWriter(out, Instant.EPOCH);
        for (var entry : entries.entrySet()) {
            writer.text(entry.getKey(), entry.getValue());
        }
        writer.finish();

        try (var archive = ArchiveFile.open(file(out.toByteArray()), MOST)) {
            assertThat(archive.has("tables/telemetry.ndjson")).isTrue();
            assertThat(archive.has("tables/evaluation.ndjson")).isFalse();
            assertThat(new String(archive.read("trials.ndjson").readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("{}\n");
            assertThat(archive.sha256("study.json")).isEqualTo(sha256("{}"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "/etc/passwd",
                "tables/../../x.ndjson",
                "tables/users.ndjson",
                "figures/a/../../b.svg",
                "figures/figure-1.html",
                "checkpoints/trials/../../../x.safetensors",
                "README.md/",
                "run.sh"
            })
    void a_name_that_no_export_writes_is_refused_and_named(String name) throws IOException {
        entries.put(name, "x");

        assertRefused(whole(), "entry", name);
    }

    @Test
    void a_content_that_is_not_what_its_checksum_promises_is_named() throws IOException {
        String sums = sums().replace(sha256("{}\n"), sha256("{ }\n"));

        assertRefused(zip(sums), "trials.ndjson", sha256("{}\n"));
    }

    @Test
    void a_file_without_a_checksum_is_named() throws IOException {
        String sums = sums();
        entries.put("figures/figure-1.csv", "x");

        assertRefused(zip(sums), "figures/figure-1.csv", "SHA-256");
    }

    @Test
    void a_checksum_of_a_file_that_is_not_there_is_named() throws IOException {
        String sums = sums() + sha256("x") + "  figures/figure-1.csv\n";

        assertRefused(zip(sums), "SHA256SUMS", "figures/figure-1.csv");
    }

    @Test
    void an_archive_without_trials_is_none() throws IOException {
        entries.remove("trials.ndjson");

        assertRefused(whole(), "entry", "trials.ndjson");
    }

    @Test
    void a_name_comes_once() throws IOException {
        entries.put("figures/figure-1.csv", "x");
        String sums = sums();
        entries.put("figures/figure-2.csv", "x");
        String bytes = new String(zip(sums), StandardCharsets.ISO_8859_1);

        assertRefused(
                bytes.replace("figure-2.csv", "figure-1.csv").getBytes(StandardCharsets.ISO_8859_1),
                "entry",
                "figures/figure-1.csv");
    }

    @Test
    void a_download_that_broke_off_is_no_archive() throws IOException {
        byte[] whole = whole();

        for (int length : new int[] {0, 1, 30, whole.length / 2, whole.length - 1}) {
            assertRefused(Arrays.copyOf(whole, length), "body", "no whole ZIP file");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest.json", "trials.ndjson", "SHA256SUMS"})
    void an_entry_whose_packed_bytes_end_too_early_is_named(String name) throws IOException {
        byte[] bytes = whole();
        // Four bytes of the list of entries say how long it is packed.
        bytes[placeInList(bytes, name) + 20] -= 3;

        assertThatThrownBy(() -> ArchiveFile.open(file(bytes), MOST))
                .isInstanceOf(Invalid.class)
                .hasMessageStartingWith(name);
    }

    @Test
    void a_file_whose_end_points_beyond_itself_is_no_archive() throws IOException {
        byte[] whole = whole();
        int end = whole.length - 22;
        ByteBuffer pointing = ByteBuffer.allocate(whole.length + 20).order(ByteOrder.LITTLE_ENDIAN);
        pointing.put(whole, 0, end)
                .putInt(0x07064b50)
                .putInt(0)
                .putLong(whole.length)
                .putInt(1)
                .put(whole, end, 22);
        // As many entries as are told in another place, which the twenty bytes before point to.
        pointing.putShort(end + 20 + 10, (short) 0xffff);

        assertRefused(pointing.array(), "body", "no whole ZIP file");
    }

    @Test
    void an_entry_of_another_size_than_the_list_says_is_named() throws IOException {
        byte[] bytes = whole();
        bytes[placeInList(bytes, "study.json") + 24]++;

        assertThatThrownBy(() -> ArchiveFile.open(file(bytes), MOST))
                .isInstanceOf(Invalid.class)
                .hasMessageStartingWith("study.json");
    }

    @Test
    void what_unpacks_to_more_than_the_limit_is_refused() throws IOException {
        entries.put("figures/figure-1.svg", "0".repeat((int) MOST));

        assertThatThrownBy(() -> ArchiveFile.open(file(whole()), MOST))
                .isInstanceOf(TooLarge.class)
                .hasMessageContaining(String.valueOf(MOST));
    }

    @Test
    void a_list_of_entries_that_memory_should_not_hold_is_not_read() throws IOException {
        byte[] bytes = whole();
        // Its length stands ten bytes before the end.
        bytes[bytes.length - 7] = 0x70;

        assertThatThrownBy(() -> ArchiveFile.open(file(bytes), MOST))
                .isInstanceOf(TooLarge.class)
                .hasMessageContaining("list of entries");
    }

    private void assertRefused(byte[] archive, String field, String part) throws IOException {
        Path file = file(archive);
        assertThatThrownBy(() -> ArchiveFile.open(file, MOST))
                .isInstanceOf(Invalid.class)
                .satisfies(refused -> assertThat(
                                ((DomainException) refused).fields().getFirst().field())
                        .isEqualTo(field))
                .hasMessageContaining(part);
    }

    private byte[] whole() throws IOException {
        return zip(sums());
    }

    private String sums() {
        var sums = new StringBuilder();
        entries.forEach((name, content) ->
                sums.append(sha256(content)).append("  ").append(name).append('\n'));
        return sums.toString();
    }

    private byte[] zip(String sums) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                put(zip, entry.getKey(), entry.getValue());
            }
            put(zip, "SHA256SUMS", sums);
        }
        return bytes.toByteArray();
    }

    /** Where the list of entries has it: 46 bytes before its name. */
    private static int placeInList(byte[] zip, String name) {
        return new String(zip, StandardCharsets.ISO_8859_1).lastIndexOf(name) - 46;
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "archive", ".zip"), bytes);
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(Digests.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
