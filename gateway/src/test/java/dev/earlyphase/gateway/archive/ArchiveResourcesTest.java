package dev.earlyphase.gateway.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.earlyphase.contracts.access.Role;
import dev.earlyphase.contracts.archive.ArchivePage;
import dev.earlyphase.contracts.archive.ArchivedCheckpoint;
import dev.earlyphase.contracts.archive.ArchivedStudy;
import dev.earlyphase.contracts.archive.ArchivedTrial;
import dev.earlyphase.contracts.archive.Imported;
import dev.earlyphase.contracts.archive.Reservation;
import dev.earlyphase.contracts.archive.Reservation.Place;
import dev.earlyphase.contracts.error.ErrorKind;
import dev.earlyphase.contracts.event.CheckpointWritten.Purpose;
import dev.earlyphase.contracts.object.ObjectKeys;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.study.TrialRole;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.Observations;
import dev.earlyphase.contracts.trial.Provenance;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.gateway.testing.Examples;
import dev.earlyphase.gateway.testing.Keys;
import dev.earlyphase.gateway.testing.Orchestration;
import dev.earlyphase.gateway.testing.Stack;
import dev.earlyphase.gateway.testing.TestDatabase;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class ArchiveResourcesTest {
    private static final String STUDY = "fedcba98765432100177";
    private static final String EXPORT = "/api/v1/studies/" + STUDY + "/archive";
    private static final StudyView VIEW = Examples.study(STUDY, StudyView.State.COMPLETED);
    private static final TrialView TRIAL = Examples.dense(77);
    private static final TrialId ID = TRIAL.id();
    private static final byte[] WEIGHTS = "these are weights".getBytes(StandardCharsets.UTF_8);
    private static final String FIRST =
            "{\"trial\":\"%s\",\"iteration\":0,\"attempt\":1,\"accuracy\":0.1,\"loss\":2.302585092994046,\"examples\":100}";
    private static final String LAST =
            "{\"trial\":\"%s\",\"iteration\":1876,\"attempt\":1,\"accuracy\":0.9750000000000001,\"loss\":null,\"examples\":100}";

    @Inject
    Orchestration orchestrator;

    @Inject
    TestDatabase database;

    @Inject
    Objects objects;

    @TestHTTPResource
    URL url;

    @TempDir
    private Path folder;

    @BeforeEach
    void a_study_of_one_trial() {
        orchestrator.answers("/studies/" + STUDY, VIEW);
        orchestrator.answers("/archives/" + STUDY + "?cursor=0", page());
        database.clear();
        database.execute("truncate results.imported");
        database.study(STUDY);
        database.trial(STUDY, 0, TRIAL, 0, null, 0.975);
        database.execute(
                "insert into results.evaluation (trial, iteration, attempt, accuracy, loss, examples)"
                        + " values (?, 1876, 1, 0.9750000000000001, null, 100), (?, 0, 1, 0.1, 2.302585092994046, 100)",
                ID.value(),
                ID.value());
        objects.ensureBucket();
        objects.put(ObjectKeys.checkpoint(ID, 1, 1876), new ByteArrayInputStream(WEIGHTS), WEIGHTS.length);
    }

    @Test
    void an_archive_has_all_of_a_study() throws IOException {
        try (var archive = ArchiveFile.open(exported("all"), 1 << 20)) {
            assertThat(text(archive, "tables/evaluation.ndjson"))
                    .isEqualTo(FIRST.formatted(ID) + "\n" + LAST.formatted(ID) + "\n");
            assertThat(archive.read("checkpoints/" + ObjectKeys.checkpoint(ID, 1, 1876))
                            .readAllBytes())
                    .isEqualTo(WEIGHTS);
            assertThat(text(archive, "figures/figure-1.json"))
                    .isEqualTo(when().get("/api/v1/studies/" + STUDY + "/figures/figure-1.json?seeds=true")
                            .asString());
            assertThat(text(archive, "README.md")).contains(STUDY, "4 trials", "figure-1", "read_json");
            assertThat(text(archive, "trials.ndjson")).contains(ID.value()).hasLineCount(1);
        }
    }

    @Test
    void weights_can_be_left_out() throws IOException {
        try (var archive = ArchiveFile.open(exported("none"), 1 << 20)) {
            assertThat(archive.objects()).isZero();
            assertThat(text(archive, "trials.ndjson")).contains("\"checkpoints\":[]");
        }
    }

    @Test
    void a_download_that_cannot_be_finished_cannot_be_taken_for_a_whole_one() throws Exception {
        byte[] other = "other weights".getBytes(StandardCharsets.UTF_8);
        objects.put(ObjectKeys.checkpoint(ID, 1, 1876), new ByteArrayInputStream(other), other.length);
        var request = HttpRequest.newBuilder(url.toURI().resolve(EXPORT))
                .header("Authorization", Keys.of(Role.VIEWER).bearer())
                .build();

        try (var client = HttpClient.newHttpClient()) {
            assertThatThrownBy(() -> client.send(request, HttpResponse.BodyHandlers.ofByteArray()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void another_choice_of_weights_is_refused() {
        when().get(EXPORT + "?checkpoints=some").then().statusCode(400);
    }

    @Test
    void a_study_that_has_not_ended_is_refused() {
        orchestrator.refuses("/archives/" + STUDY + "?cursor=0", ErrorKind.CONFLICT, "still to end");

        assertThat(when().get(EXPORT).statusCode()).isEqualTo(409);
    }

    @Test
    void statistics_that_are_on_their_way_are_waited_for() {
        database.execute("update study.trial set ended = now()");

        Response refused = when().get(EXPORT);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.asString()).contains("try again");
    }

    @Test
    void an_archive_is_taken_in_under_the_attempts_that_are_reserved() throws IOException {
        Path archive = exported("all");
        orchestrator.answers("/archives", new Reservation("r1", List.of(new Place(ID, 2, 3))));
        orchestrator.answers("/archives/r1/statistics", "told");
        orchestrator.answers("/archives/r1/study", new Imported(STUDY, true, 1, 0));
        database.execute("insert into results.imported (trial, attempt) values (?, 3)", ID.value());

        Response imported = imported(Files.readAllBytes(archive));

        assertThat(imported.statusCode()).as(imported.asString()).isEqualTo(201);
        assertThat(imported.as(Imported.class)).isEqualTo(new Imported(STUDY, true, 1, 0));
        assertThat(stored(ObjectKeys.checkpoint(ID, 3, 1876))).isEqualTo(WEIGHTS);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(stored(ObjectKeys.statistics(ID, 3)))).readAllBytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("evaluation " + FIRST.formatted(ID) + "\nevaluation " + LAST.formatted(ID) + "\n");
        assertThat(orchestrator.received("/archives/r1/study"))
                .isEqualTo(orchestrator.received("/archives"))
                .contains(STUDY, ID.value())
                .hasLineCount(2);
    }

    @Test
    void statistics_that_the_tables_do_not_take_end_the_import() throws IOException {
        Path archive = exported("none");
        orchestrator.answers("/archives", new Reservation("r2", List.of(new Place(ID, 0, 1))));
        orchestrator.answers("/archives/r2/statistics", "told");
        orchestrator.answers("/archives/r2", "given up");
        database.execute(
                "insert into results.imported (trial, attempt, fault) values (?, 1, 'no such column')", ID.value());

        Response refused = imported(Files.readAllBytes(archive));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString()).contains(ID.value()).contains("no such column");
        assertThat(orchestrator.receivedHeader("/archives/r2", "Earlyphase-User"))
                .isEqualTo("operator");
    }

    @Test
    void a_study_that_is_refused_in_the_end_is_given_up() throws IOException {
        Path archive = exported("none");
        orchestrator.answers("/archives", new Reservation("r3", List.of()));
        orchestrator.answers("/archives/r3/statistics", "told");
        orchestrator.answers("/archives/r3", "given up");
        orchestrator.refuses("/archives/r3/study", ErrorKind.REFUSED, "The quota of ada is 1 byte.");

        Response refused = imported(Files.readAllBytes(archive));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.asString()).contains("The quota of ada");
        assertThat(orchestrator.receivedHeader("/archives/r3", "Earlyphase-User"))
                .isEqualTo("operator");
    }

    @Test
    void an_archive_that_was_changed_is_refused_before_anything_is_asked_for() throws IOException {
        byte[] bytes = Files.readAllBytes(exported("all"));
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("these are weights");
        bytes[at] = 'T';
        orchestrator.refuses("/archives", ErrorKind.INTERNAL, "it was asked");

        Response refused = imported(bytes);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString()).contains("checkpoints/" + ObjectKeys.checkpoint(ID, 1, 1876));
    }

    @Test
    void what_is_no_archive_is_refused() {
        Response refused = imported("PK, or so it says".getBytes(StandardCharsets.UTF_8));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString()).contains("no whole ZIP file");
    }

    @Test
    void a_format_of_another_release_is_refused() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = new ArchiveWriter(bytes, Instant.EPOCH);
        writer.text("manifest.json", "{\"format\": 2, \"study\": \"" + STUDY + "\"}");
        writer.text("study.json", "{}");
        writer.text("trials.ndjson", "");
        writer.finish();

        Response refused = imported(bytes.toByteArray());

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString()).contains("manifest.json.format").contains("version 1");
    }

    private Path exported(String checkpoints) throws IOException {
        Response answer = when().get(EXPORT + "?checkpoints=" + checkpoints);
        assertThat(answer.statusCode()).as("export").isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/zip");
        return Files.write(Files.createTempFile(folder, "study", ".zip"), answer.asByteArray());
    }

    private static Response imported(byte[] archive) {
        return given().contentType("application/zip").body(archive).post("/api/v1/archives");
    }

    private byte[] stored(String key) throws IOException {
        var bytes = new ByteArrayOutputStream();
        objects.copy(key, bytes);
        return bytes.toByteArray();
    }

    private static String text(ArchiveFile archive, String name) throws IOException {
        return new String(archive.read(name).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static ArchivePage page() {
        var weights = new ObjectRef(
                ObjectKeys.checkpoint(ID, 1, 1876),
                HexFormat.of().formatHex(Digests.sha256().digest(WEIGHTS)),
                WEIGHTS.length);
        var observations = new Observations(List.of(), 100, 10, 100);
        var trial = new ArchivedTrial(
                ID,
                new TrialRole(77, 0, null),
                TRIAL.state(),
                null,
                1,
                0,
                1876,
                "worker-1",
                Instant.EPOCH,
                Instant.EPOCH,
                TRIAL.spec(),
                observations,
                observations,
                TRIAL.result(),
                new Provenance("worker-1", "none", "none", 1, "0", "MNIST", null, null),
                null,
                null,
                List.of(),
                List.of(new ArchivedCheckpoint(1876, 1, Purpose.OBSERVED, weights, null, null, Instant.EPOCH)));
        return new ArchivePage(
                new ArchivedStudy(STUDY, "tickets", "ada", Instant.EPOCH, false, VIEW.request()), List.of(trial), null);
    }
}
