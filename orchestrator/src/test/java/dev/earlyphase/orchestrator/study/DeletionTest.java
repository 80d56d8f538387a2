package dev.earlyphase.orchestrator.study;

import java.util.List;
import java.util.Map;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.event.Topics;
import dev.earlyphase.contracts.event.TrialForgotten;
import dev.earlyphase.contracts.study.Storage;
import dev.earlyphase.contracts.study.StudyRequest;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.orchestrator.json.JsonReader;
import dev.earlyphase.orchestrator.support.EmbeddedServers;
import dev.earlyphase.orchestrator.support.FakeWorker;
import dev.earlyphase.orchestrator.support.Platform;
import dev.earlyphase.orchestrator.support.TopicReader;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(EmbeddedServers.class)
class DeletionTest {
    @Inject
    Platform platform;

    @Inject
    FakeWorker worker;

    @Inject
    TopicReader topics;

    @Inject
    JsonReader json;

    private final long seed = Platform.newSeed();

    @Test
    void storage_tells_what_a_study_holds_and_what_is_its_own() {
        String one = trained(Platform.study(List.of(seed), List.of("0it"), 1));
        trained(Platform.study(List.of(seed), List.of("200it"), 1));

        Storage storage = platform.storage(one);

        // The fake worker's objects have one byte each. The dense run has checkpoints at 0it, 200it and its end, the
        // pruned one at its begin and end, and a mask; at an end there is no momentum.
        assertThat(storage).isEqualTo(new Storage(one, 2, 1, 5 + 4, 9, 4, 4));
    }

    @Test
    void a_deleted_study_takes_along_what_no_other_study_has() {
        String one = trained(Platform.study(List.of(seed), List.of("0it"), 1));
        String other = trained(Platform.study(List.of(seed), List.of("200it"), 1));
        TrialId own = platform.trials(one).getLast().id();
        Storage before = platform.storage(one);

        Storage freed = platform.as(delete(one), Storage.class);

        assertThat(freed).isEqualTo(before);
        assertThat(given().get("/internal/studies/" + one).statusCode()).isEqualTo(404);
        assertThat(given().get("/internal/trials/" + own).statusCode()).isEqualTo(404);
        assertThat(platform.query("select count(*) from study.checkpoint where trial = ?", own.value()))
                .isZero();
        assertThat(platform.trials(other)).hasSize(2);
    }

    @Test
    void the_readers_of_events_are_told_of_each_trial_that_is_forgotten() {
        String study = trained(Platform.study(List.of(seed), List.of(), 0));
        TrialId trial = platform.trials(study).getFirst().id();

        delete(study);

        TrialForgotten told = topics
                .records(Topics.CHECKPOINT_EVENTS, records -> records.stream().anyMatch(record -> isOf(trial, record)))
                .stream()
                .filter(record -> isOf(trial, record))
                .map(record -> json.read(record.value(), TrialForgotten.class))
                .findFirst()
                .orElseThrow();
        assertThat(told.trial()).isEqualTo(trial);
        assertThat(told.attempt()).isEqualTo(1);
    }

    @Test
    void a_trial_that_is_asked_for_again_goes_on_counting_its_attempts() {
        StudyRequest study = Platform.study(List.of(seed), List.of(), 0);
        TrialId trial = platform.trials(trained(study)).getFirst().id();
        delete(platform.submit(study).id());

        platform.submit(study);
        Claim claim = worker.claim(trial);
        worker.report(claim);
        worker.complete(claim, "w");

        assertThat(claim.attempt()).isEqualTo(2);
        assertThat(claim.resume()).isNull();
        assertThat(platform.awaitCompleted(trial).attempts()).isEqualTo(2);
    }

    @Test
    void what_an_old_attempt_says_of_a_forgotten_trial_is_refused_and_no_dead_letter() {
        String study =
                platform.submit(Platform.study(List.of(seed), List.of(), 0)).id();
        TrialId trial = platform.trials(study).getFirst().id();
        Claim claim = worker.claim(trial);
        platform.post("/internal/studies/" + study + "/cancel", Map.of());
        delete(study);

        worker.report(claim);
        worker.complete(claim, "zombie");
        worker.send(trial.value(), "no event");

        List<String> dead = topics.keys(Topics.DEAD_LETTERS, keys -> keys.contains(trial.value()));
        assertThat(dead).containsOnlyOnce(trial.value());
    }

    @Test
    void a_study_of_which_something_runs_is_to_be_cancelled_first() {
        String study = platform.submit(Platform.study(List.of(seed), List.of("0it"), 1))
                .id();

        Response answer = delete(study);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.asString()).contains("2 trials").contains("cancel it first");
    }

    private static boolean isOf(TrialId trial, ConsumerRecord<String, String> record) {
        return trial.value().equals(record.key()) && record.value().contains("trial-forgotten");
    }

    private Response delete(String study) {
        return given().delete("/internal/studies/" + study);
    }

    private String trained(StudyRequest request) {
        String study = platform.submit(request).id();
        for (TrialView trial : platform.trials(study)) {
            if (!platform.trial(trial.id()).state().ended()) {
                worker.train(trial.id());
                platform.awaitCompleted(trial.id());
            }
        }
        return study;
    }
}
