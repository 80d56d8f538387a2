package dev.earlyphase.orchestrator.trial;

import java.util.List;
import java.util.Map;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.claim.Orders.Kind;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialState;
import dev.earlyphase.orchestrator.support.EmbeddedServers;
import dev.earlyphase.orchestrator.support.FakeWorker;
import dev.earlyphase.orchestrator.support.Platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(EmbeddedServers.class)
class TrialLifeTest {
    @Inject
    Platform platform;

    @Inject
    FakeWorker worker;

    @Test
    void a_study_runs_from_the_dense_run_to_its_last_level() {
        StudyView study = platform.submit(Platform.study(List.of(Platform.newSeed()), List.of("0it", "200it"), 2));

        for (TrialView trial : platform.trials(study.id())) {
            worker.train(trial.id());
            platform.awaitState(trial.id(), TrialState.COMPLETED);
        }

        StudyView end = platform.study(study.id());
        assertThat(end.state()).isEqualTo(StudyView.State.COMPLETED);
        assertThat(end.trials()).isEqualTo(Map.of(TrialState.COMPLETED, 5));
        assertThat(end.progress().iterations()).isEqualTo(end.progress().ofIterations());
        assertThat(platform.query(
                        "select count(*) from study.study_result where study_id = ? and test_accuracy = 0.97"
                                + " and survivors = 80 and data_label = 'MNIST'",
                        study.id()))
                .isEqualTo(5);
    }

    @Test
    void a_trial_is_found_by_the_first_digits_of_its_id() {
        TrialId trial = platform.newTrial();

        TrialView found = platform.as(given().get("/internal/trials/" + trial.brief()), TrialView.class);

        assertThat(found.id()).isEqualTo(trial);
    }

    @Test
    void the_checkpoints_of_a_trial_are_listed() {
        TrialId trial = platform.newTrial();
        worker.train(trial);
        platform.awaitState(trial, TrialState.COMPLETED);

        List<CheckpointView> checkpoints =
                platform.read(given().get("/internal/trials/" + trial + "/checkpoints"), new TypeReference<>() {});

        assertThat(checkpoints).extracting(CheckpointView::iteration).containsExactly(0, 18_760);
        assertThat(checkpoints.getLast().momentum()).isNull();
    }

    @Test
    void a_cancelled_study_stops_what_nobody_else_wants() {
        long seed = Platform.newSeed();
        String one = platform.submit(Platform.study(List.of(seed), List.of("0it"), 1))
                .id();
        String other = platform.submit(Platform.study(List.of(seed), List.of("100it"), 1))
                .id();
        Claim dense = worker.claim(platform.trials(one).getFirst().id());

        platform.post("/internal/studies/" + one + "/cancel", Map.of());

        assertThat(platform.study(one).state()).isEqualTo(StudyView.State.CANCELLED);
        assertThat(platform.trials(one))
                .extracting(TrialView::state)
                .containsExactly(TrialState.RUNNING, TrialState.CANCELLED);
        assertThat(worker.beat(1, dense).orders().getFirst().kind()).isEqualTo(Kind.CONTINUE);
        platform.post("/internal/studies/" + other + "/cancel", Map.of());
        assertThat(worker.beat(1, dense).orders().getFirst().kind()).isEqualTo(Kind.ABORT);
    }

    @Test
    void a_cancelled_study_is_revived_by_submitting_it_again() {
        var study = Platform.study(List.of(Platform.newSeed()), List.of("0it"), 1);
        String id = platform.submit(study).id();
        platform.post("/internal/studies/" + id + "/cancel", Map.of());

        StudyView revived = platform.submit(study);

        assertThat(revived.id()).isEqualTo(id);
        assertThat(revived.state()).isEqualTo(StudyView.State.RUNNING);
        assertThat(worker.claim(platform.trials(id).getFirst().id()).attempt()).isEqualTo(1);
    }
}
