package dev.earlyphase.orchestrator.trial;

import java.util.List;
import java.util.Map;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.event.AttemptEnded;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialState;
import dev.earlyphase.orchestrator.support.EmbeddedServers;
import dev.earlyphase.orchestrator.support.FakeWorker;
import dev.earlyphase.orchestrator.support.Platform;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(EmbeddedServers.class)
class VerificationTest {
    @Inject
    Platform platform;

    @Inject
    FakeWorker worker;

    @Test
    void a_completed_trial_is_trained_again_from_its_begin_and_compared() {
        TrialId trial = trained("w");

        TrialView asked = platform.as(replay(trial), TrialView.class);
        Claim claim = worker.claim(trial);
        worker.report(claim);
        worker.complete(claim, "w");

        assertThat(asked.verification().expected()).isEqualTo("w");
        assertThat(asked.verification().actual()).isNull();
        assertThat(claim.resume()).isNull();
        TrialView end = platform.awaitCompleted(trial);
        assertThat(end.verification().actual()).isEqualTo("w");
        assertThat(end.verification().equal()).isTrue();
        assertThat(end.verification().engine()).isEqualTo("none");
        assertThat(end.attempts()).isEqualTo(2);
    }

    @Test
    void a_repetition_that_comes_to_other_weights_is_told() {
        TrialId trial = trained("w");

        replay(trial);
        Claim claim = worker.claim(trial);
        worker.report(claim);
        worker.complete(claim, "v");

        TrialView end = platform.awaitCompleted(trial);
        assertThat(end.verification().equal()).isFalse();
        assertThat(end.verification().expected()).isEqualTo("w");
        assertThat(end.verification().actual()).isEqualTo("v");
    }

    @Test
    void a_repetition_goes_on_from_its_own_checkpoints_and_not_from_those_of_before() {
        TrialId trial = platform.newTrial();
        Claim first = worker.claim(trial);
        worker.checkpoint(first, 5_000);
        worker.report(first);
        worker.complete(first, "w");
        platform.awaitCompleted(trial);

        replay(trial);
        Claim second = worker.claim(trial);
        worker.checkpoint(second, 0);
        worker.checkpoint(second, 3_000);
        worker.end(second, new AttemptEnded.Released(3_000, "asked to stop"));
        platform.awaitState(trial, TrialState.READY);
        Claim third = worker.claim(trial);

        assertThat(second.resume()).isNull();
        assertThat(third.resume().iteration()).isEqualTo(3_000);
    }

    @Test
    void a_failed_repetition_leaves_the_result() {
        TrialId trial = trained("w");
        replay(trial);

        worker.end(worker.claim(trial), new AttemptEnded.Failed("the data set is damaged", false));

        TrialView end = platform.awaitCompleted(trial);
        assertThat(end.result().weightsSha256()).isEqualTo("w");
        assertThat(end.verification()).isNull();
        assertThat(end.reason()).isEqualTo("its repetition failed: the data set is damaged");
    }

    @Test
    void a_repetition_that_diverges_leaves_the_result_and_is_not_equal() {
        TrialId trial = trained("w");
        replay(trial);

        worker.end(worker.claim(trial), new AttemptEnded.Diverged(17, "the loss is NaN"));

        TrialView end = platform.awaitCompleted(trial);
        assertThat(end.result().weightsSha256()).isEqualTo("w");
        assertThat(end.verification().equal()).isFalse();
    }

    @Test
    void a_cancelled_repetition_leaves_the_result() {
        String study = platform.submitDense(1, null);
        TrialId trial = platform.trials(study).getFirst().id();
        worker.train(trial);
        platform.awaitCompleted(trial);
        replay(trial);
        worker.claim(trial);

        platform.post("/internal/studies/" + study + "/cancel", Map.of());

        TrialView end = platform.trial(trial);
        assertThat(end.state()).isEqualTo(TrialState.COMPLETED);
        assertThat(end.verification()).isNull();
        assertThat(end.iteration()).isEqualTo(18_760);
    }

    @Test
    void those_that_depend_on_it_go_on_meanwhile() {
        List<TrialView> trials =
                platform.trials(platform.submit(Platform.study(List.of(Platform.newSeed()), List.of("0it"), 2))
                        .id());
        TrialId dense = trials.get(0).id();
        TrialId first = trials.get(1).id();
        worker.train(dense);
        Claim child = worker.claim(first);

        platform.awaitCompleted(dense);
        replay(dense);
        worker.report(child);
        worker.complete(child, "w");
        platform.awaitCompleted(first);
        replay(first);

        assertThat(worker.claim(trials.get(2).id()).parentEnd().key()).startsWith("trials/" + first);
        assertThat(platform.trial(dense).state().ended()).isFalse();
    }

    @Test
    void only_a_completed_trial_is_replayed() {
        TrialId trial = platform.newTrial();

        var answer = replay(trial);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.asString()).contains("only a completed one is replayed");
    }

    private TrialId trained(String weights) {
        TrialId trial = platform.newTrial();
        Claim claim = worker.claim(trial);
        worker.report(claim);
        worker.complete(claim, weights);
        platform.awaitCompleted(trial);
        return trial;
    }

    private Response replay(TrialId trial) {
        return platform.post("/internal/trials/" + trial + "/replay", Map.of());
    }
}
