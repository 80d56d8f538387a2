package dev.earlyphase.gateway.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.error.DomainException.TooLarge;
import dev.earlyphase.fuzzing.Fuzzing;
import dev.earlyphase.fuzzing.Promise;

import static org.assertj.core.api.Assertions.assertThat;

public class ArchiveFileFuzzTest {
    private static final Promise PROMISE = Promise.toReadOrThrow(Invalid.class, TooLarge.class);
    private static final long MOST = 1 << 20;
    private static final Path FILE = FuzzedArchive.newFile();

    public static void fuzzerTestOneInput(byte[] input) {
        PROMISE.holds(input, ArchiveFileFuzzTest::open);
    }

    @Test
    void whatever_the_bytes_they_are_a_whole_archive_or_refused() throws Exception {
        var fuzzing = Fuzzing.of(ArchiveFileFuzzTest.class)
                .from(
                        archive("manifest.json", "study.json", "trials.ndjson"),
                        archive("manifest.json", "study.json", "trials.ndjson", "figures/figure-1.svg"),
                        archive("manifest.json", "study.json", "trials.ndjson", "tables/telemetry.ndjson"));

        var findings = fuzzing.run();

        assertThat(findings.inputs()).isPositive();
    }

    private static void open(byte[] input) throws IOException {
        Files.write(FILE, input);
        try (var archive = ArchiveFile.open(FILE, MOST)) {
            assertThat(archive.has(Entries.MANIFEST)).isTrue();
            archive.read(Entries.STUDY).readAllBytes();
        }
    }

    private static byte[] archive(String... names) throws IOException {
        var out = new ByteArrayOutputStream();
        var writer = new ArchiveWriter(out, Instant.EPOCH);
        for (String name : names) {
            writer.text(name, "{}\n");
        }
        writer.finish();
        return out.toByteArray();
    }
}
