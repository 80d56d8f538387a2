package dev.earlyphase.orchestrator.archive;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.archive.ArchivePage;
import dev.earlyphase.contracts.archive.Imported;
import dev.earlyphase.contracts.archive.Reservation;
import dev.earlyphase.contracts.event.Topics;
import dev.earlyphase.contracts.study.StudyRequest;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialState;
import dev.earlyphase.orchestrator.json.Json;
import dev.earlyphase.orchestrator.support.EmbeddedServers;
import dev.earlyphase.orchestrator.support.FakeWorker;
import dev.earlyphase.orchestrator.support.Platform;
import dev.earlyphase.orchestrator.support.TopicReader;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(EmbeddedServers.class)
class ArchiveTest {
    @Inject
    Platform platform;

    @Inject
    FakeWorker worker;

    @Inject
    Reservations reservations;

    @Inject
    TopicReader topics;

    @Inject
    Json json;

    private final StudyRequest request = Platform.study(List.of(Platform.newSeed()), List.of("0it"), 1);

    @Test
    void a_study_that_was_deleted_comes_back_with_its_results_under_later_attempts() {
        ArchivePage archive = archive(trained());
        List<TrialView> before = platform.trials(archive.study().id());
        delete(archive);

        Reservation reservation = begin(archive);
        Imported imported = takeIn(reservation, lines(archive));

        assertThat(reservation.places()).hasSize(2).allMatch(place -> place.before() == 1 && place.last() == 2);
        assertThat(imported).isEqualTo(new Imported(archive.study().id(), true, 2, 0));
        List<TrialView> after = platform.trials(archive.study().id());
        assertThat(after).allMatch(trial -> trial.attempts() == 2 && trial.state() == TrialState.COMPLETED);
        assertThat(after).usingRecursiveComparison().ignoringFields("attempts").isEqualTo(before);
        assertThat(archive(archive.study().id()).trials())
                .isEqualTo(
                        archive.trials().stream().map(trial -> trial.after(1)).toList());
    }

    @Test
    void the_study_submitted_again_and_a_larger_one_train_nothing_that_was_taken_in() {
        ArchivePage archive = archive(trained());
        delete(archive);
        takeIn(begin(archive), lines(archive));

        StudyView again = platform.submit(request);
        String longer = platform.submit(Platform.study(request.seeds(), List.of("0it"), 2))
                .id();

        assertThat(again.state()).isEqualTo(StudyView.State.COMPLETED);
        assertThat(platform.trials(longer))
                .filteredOn(trial -> trial.state() != TrialState.COMPLETED)
                .singleElement()
                .satisfies(trial -> assertThat(trial.role().level()).isEqualTo(2));
    }

    @Test
    void what_reads_statistics_is_told_where_they_are() {
        ArchivePage archive = archive(trained());
        delete(archive);
        Reservation reservation = begin(archive);

        given().post("/internal/archives/" + reservation.id() + "/statistics");

        TrialId trial = archive.trials().getFirst().id();
        assertThat(told(trial, "trial-imported")).contains("\"attempt\":2").contains("\"before\":1");
        giveUp(reservation);
    }

    @Test
    void an_import_that_is_given_up_leaves_nothing_and_has_what_it_stored_deleted() {
        ArchivePage archive = archive(trained());
        delete(archive);
        Reservation reservation = begin(archive);

        assertThat(giveUp(reservation).statusCode()).isEqualTo(204);

        assertThat(given().get("/internal/studies/" + archive.study().id()).statusCode())
                .isEqualTo(404);
        assertThat(told(archive.trials().getFirst().id(), "trial-forgotten", "\"attempt\":2"))
                .isNotNull();
        assertThat(begin(archive).places()).allMatch(place -> place.before() == 2 && place.last() == 3);
    }

    @Test
    void an_import_of_which_nothing_was_heard_for_hours_is_given_up() {
        ArchivePage archive = archive(trained());
        delete(archive);
        Reservation reservation = begin(archive);
        platform.execute("update study.import set begun = now() - interval '7 hours' where id = ?", reservation.id());

        reservations.giveUpOld();

        Response late = post("/" + reservation.id() + "/study", lines(archive));
        assertThat(late.statusCode()).isEqualTo(404);
        assertThat(told(archive.trials().getFirst().id(), "trial-forgotten", "\"attempt\":2"))
                .isNotNull();
    }

    @Test
    void a_body_that_breaks_off_in_the_midst_changes_nothing() {
        ArchivePage archive = archive(trained());
        delete(archive);
        Reservation reservation = begin(archive);
        String whole = lines(archive);

        Response refused = post("/" + reservation.id() + "/study", whole.substring(0, whole.length() - 20));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString()).contains("trials.ndjson line 2");
        assertThat(given().get("/internal/studies/" + archive.study().id()).statusCode())
                .isEqualTo(404);
        assertThat(takeIn(reservation, whole).trials()).isEqualTo(2);
    }

    @Test
    void trials_that_are_here_stay_as_they_are() {
        ArchivePage archive = archive(trained());
        List<TrialView> before = platform.trials(archive.study().id());

        Reservation reservation = begin(archive);
        Imported imported = takeIn(reservation, lines(archive));

        assertThat(reservation.places()).isEmpty();
        assertThat(imported).isEqualTo(new Imported(archive.study().id(), false, 0, 2));
        assertThat(platform.trials(archive.study().id())).isEqualTo(before);
    }

    @Test
    void a_study_that_is_submitted_while_it_is_imported_keeps_its_own_trials() {
        ArchivePage archive = archive(trained());
        delete(archive);
        Reservation reservation = begin(archive);
        platform.submit(request);

        Imported imported = takeIn(reservation, lines(archive));

        TrialId dense = archive.trials().getFirst().id();
        assertThat(imported.trials()).isZero();
        assertThat(told(dense, "trial-forgotten", "\"attempt\":2")).isNotNull();
        assertThat(worker.train(dense).attempt()).isEqualTo(3);
        platform.awaitCompleted(dense);
    }

    @Test
    void a_trial_is_imported_by_one_request_at_a_time() {
        ArchivePage archive = archive(trained());
        delete(archive);
        Reservation first = begin(archive);

        Response second = post("", lines(archive));

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.asString()).contains("is being imported");
        giveUp(first);
    }

    @Test
    void a_study_that_has_not_ended_is_no_archive_yet() {
        String study = platform.submit(request).id();

        Response refused = given().get("/internal/archives/" + study);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.asString()).contains("2 trials");
    }

    @Test
    void an_id_that_is_not_the_hash_of_its_specification_is_refused() {
        ArchivePage archive = archive(trained());
        String other = "0".repeat(64);

        Response refused =
                post("", lines(archive).replace(archive.trials().getLast().id().value(), other));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString()).contains("trials.ndjson line 2").contains(other);
    }

    @Test
    void the_id_of_a_study_is_that_of_its_request() {
        ArchivePage archive = archive(trained());

        Response refused =
                post("", lines(archive).replace("\"" + archive.study().id() + "\"", "\"0123\""));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString())
                .contains("study.json.id")
                .contains(archive.study().id());
    }

    @Test
    void a_trial_rests_on_earlier_ones_alone() {
        ArchivePage archive = archive(trained());
        String reversed = json.write(archive.study()) + "\n"
                + archive.trials().reversed().stream().map(json::write).collect(Collectors.joining("\n"));

        Response refused = post("", reversed);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString()).contains("trials.ndjson line 1.needs");
    }

    private String trained() {
        String study = platform.submit(request).id();
        for (TrialView trial : platform.trials(study)) {
            worker.train(trial.id());
            platform.awaitCompleted(trial.id());
        }
        return study;
    }

    private ArchivePage archive(String study) {
        return platform.as(given().get("/internal/archives/" + study), ArchivePage.class);
    }

    private static void delete(ArchivePage archive) {
        given().delete("/internal/studies/" + archive.study().id()).then().statusCode(200);
    }

    private String lines(ArchivePage archive) {
        return Stream.concat(
                        Stream.of(json.write(archive.study())),
                        archive.trials().stream().map(json::write))
                .collect(Collectors.joining("\n"));
    }

    private Reservation begin(ArchivePage archive) {
        return platform.as(post("", lines(archive)), Reservation.class);
    }

    private Imported takeIn(Reservation reservation, String lines) {
        return platform.as(post("/" + reservation.id() + "/study", lines), Imported.class);
    }

    private static Response giveUp(Reservation reservation) {
        return given().delete("/internal/archives/" + reservation.id());
    }

    private static Response post(String path, String lines) {
        return given().contentType("application/x-ndjson")
                .body(lines.getBytes())
                .post("/internal/archives" + path);
    }

    /** The event of a kind about a trial, whose text has the parts. */
    private String told(TrialId trial, String kind, String... parts) {
        return topics
                .records(Topics.CHECKPOINT_EVENTS, records -> records.stream().anyMatch(r -> is(r, trial, kind, parts)))
                .stream()
                .filter(record -> is(record, trial, kind, parts))
                .findFirst()
                .map(ConsumerRecord::value)
                .orElseThrow();
    }

    private static boolean is(ConsumerRecord<String, String> record, TrialId trial, String kind, String... parts) {
        return trial.value().equals(record.key())
                && record.value().contains(kind)
                && Stream.of(parts).allMatch(record.value()::contains);
    }
}
