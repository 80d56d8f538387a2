package dev.earlyphase.gateway.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.error.DomainException.TooLarge;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.fuzzing.Fuzzing;
import dev.earlyphase.fuzzing.Promise;

import static org.assertj.core.api.Assertions.assertThat;

/** Archives whose checksums are right and whose files are whatever: separated by lines of equals signs. */
public class ArchiveFuzzTest {
    private static final Promise PROMISE = Promise.toReadOrThrow(Invalid.class, TooLarge.class);
    private static final long MOST = 1 << 20;
    private static final String BETWEEN = "\n==\n";
    private static final Path FILE = FuzzedArchive.newFile();
    private static final List<String> NAMES = List.of(
            Entries.MANIFEST, Entries.STUDY, Entries.TRIALS, "tables/telemetry.ndjson", "tables/mask_bits.ndjson");
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .findAndAddModules()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Has the specification of a trial. */
    private static final Path OFFER =
            Path.of("../contracts/src/test/resources/golden/messages/present/trial-offer.json");

    private static final String MANIFEST = """
            {"format":1,"study":"0123456789abcdef0123","product":"1","tables":1,"checkpoints":"none","trials":1,\
            "made":"2026-01-01T00:00:00Z"}""";
    private static final String STUDY = """
            {"id":"0123456789abcdef0123","name":"n","owner":"ann","submitted":"2026-01-01T00:00:00Z","cancelled":false,\
            "request":{"recipe":"dense","network":"lenet-300-100","dataset":"mnist","seeds":[1],"training":{"end":"10it"}}}""";
    private static final String TRIAL = """
            {"id":"%s","role":{"seed":1,"level":0},"state":"failed","reason":"r","attempts":2,"spec":%s,\
            "observations":{"checkpoints":[5],"telemetryUntil":10,"telemetryEvery":1,"evaluateEvery":5}}""";

    public static void fuzzerTestOneInput(byte[] input) {
        PROMISE.holds(input, ArchiveFuzzTest::open);
    }

    @Test
    void whatever_its_files_an_archive_fits_together_or_is_refused() throws Exception {
        String spec = MAPPER.readTree(Files.readString(OFFER)).get("spec").toString();
        String id = MAPPER.readValue(spec, TrialSpec.class).id().value();
        String trial = TRIAL.formatted(id, spec);
        String row = "{\"trial\":\"%s\",\"attempt\":1,\"iteration\":0}".formatted(id);
        var fuzzing = Fuzzing.of(ArchiveFuzzTest.class)
                .from(
                        String.join(BETWEEN, MANIFEST, STUDY, trial),
                        String.join(BETWEEN, MANIFEST, STUDY, trial, row + "\n" + row),
                        String.join(BETWEEN, MANIFEST, STUDY, trial, row, row),
                        String.join(BETWEEN, MANIFEST, "null", "{}", "[]"));

        var findings = fuzzing.run();

        assertThat(findings.inputs()).isPositive();
    }

    private static void open(byte[] input) throws IOException {
        String[] files = new String(input, StandardCharsets.UTF_8).split(BETWEEN, NAMES.size());
        try (var out = Files.newOutputStream(FILE)) {
            var writer = new ArchiveWriter(out, Instant.EPOCH);
            for (int i = 0; i < files.length; i++) {
                writer.text(NAMES.get(i), files[i]);
            }
            writer.finish();
        }
        try (var archive = Archive.open(FILE, MOST, MAPPER)) {
            archive.each((trial, statistics) -> statistics.next(trial, (table, row) -> {}));
        }
    }
}
