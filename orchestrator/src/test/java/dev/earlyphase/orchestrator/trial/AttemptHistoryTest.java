package dev.earlyphase.orchestrator.trial;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.event.AttemptEnded;
import dev.earlyphase.contracts.study.AttemptView;
import dev.earlyphase.contracts.study.AttemptView.Outcome;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.orchestrator.support.EmbeddedServers;
import dev.earlyphase.orchestrator.support.FakeWorker;
import dev.earlyphase.orchestrator.support.Platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@QuarkusTestResource(EmbeddedServers.class)
class AttemptHistoryTest {
    @Inject
    Platform platform;

    @Inject
    FakeWorker worker;

    @Test
    void a_trial_that_nobody_took_has_no_attempts() {
        assertThat(attempts(platform.newTrial())).isEmpty();
    }

    @Test
    void an_attempt_that_runs_has_no_outcome_and_is_where_its_heartbeat_says() {
        Claim claim = worker.claim(platform.newTrial());

        worker.beat(1, claim);

        AttemptView running = attempts(claim.trial()).getFirst();
        assertThat(running.number()).isEqualTo(1);
        assertThat(running.worker()).isEqualTo(FakeWorker.NAME);
        assertThat(running.began()).isNotNull();
        assertThat(running.iteration()).isEqualTo(10);
        assertThat(running.resumed()).isNull();
        assertThat(running.ended()).isNull();
        assertThat(running.outcome()).isNull();
    }

    @Test
    void each_attempt_tells_from_where_to_where_it_came_and_why_it_ended() {
        TrialId trial = platform.newTrial();
        worker.beat(1);
        Claim first = worker.claim(trial);
        worker.checkpoint(first, 0);
        worker.checkpoint(first, 5_000);
        worker.end(first, new AttemptEnded.Released(5_000, "the worker was asked to stop"));
        Claim second = worker.claim(trial);
        worker.end(second, new AttemptEnded.Failed("the store did not answer", true));
        Claim third = worker.claim(trial);
        worker.report(third);
        worker.complete(third, "w");
        platform.awaitCompleted(trial);

        List<AttemptView> attempts = attempts(trial);

        assertThat(attempts).extracting(AttemptView::number).containsExactly(1, 2, 3);
        assertThat(attempts)
                .extracting(AttemptView::outcome)
                .containsExactly(Outcome.RELEASED, Outcome.FAILED, Outcome.COMPLETED);
        assertThat(attempts)
                .extracting(AttemptView::cause)
                .containsExactly("the worker was asked to stop", "the store did not answer", null);
        assertThat(attempts).extracting(AttemptView::resumed).containsExactly(null, 5_000, 5_000);
        assertThat(attempts).extracting(AttemptView::iteration).containsExactly(5_000, 5_000, 18_760);
        assertThat(attempts).extracting(AttemptView::engine).containsOnly("none");
        assertThat(attempts).extracting(AttemptView::device).containsOnly("none");
    }

    @Test
    void a_lease_that_ran_out_is_a_lost_attempt_until_its_worker_is_heard_of_again() {
        TrialId trial = platform.newTrial();
        Claim claim = worker.claim(trial);
        platform.expireLease(trial);
        AttemptView lost = awaitAttempt(trial, attempt -> attempt.outcome() == Outcome.LOST);

        worker.beat(1, claim);

        assertThat(lost.cause()).isEqualTo("worker fake-worker was not heard of for its lease");
        assertThat(lost.ended()).isNotNull();
        assertThat(attempts(trial).getFirst().outcome()).isNull();
        assertThat(attempts(trial).getFirst().cause()).isNull();
    }

    @Test
    void why_a_lost_attempt_failed_is_told_though_another_goes_on() {
        TrialId trial = platform.newTrial();
        Claim first = worker.claim(trial);
        platform.expireLease(trial);
        Claim second = worker.claim(trial);

        worker.end(first, new AttemptEnded.Failed("the process crashed: SIGSEGV", true));

        AttemptView explained = awaitAttempt(trial, attempt -> attempt.outcome() == Outcome.FAILED);
        assertThat(explained.cause()).isEqualTo("the process crashed: SIGSEGV");
        assertThat(attempts(trial).getLast().number()).isEqualTo(second.attempt());
        assertThat(attempts(trial).getLast().outcome()).isNull();
    }

    @Test
    void an_end_without_the_checkpoints_asked_for_is_told_as_a_failure() {
        TrialId trial = platform.newTrial();

        worker.complete(worker.claim(trial), "w");

        assertThat(awaitAttempt(trial, attempt -> attempt.outcome() != null).cause())
                .isEqualTo("it ended without its checkpoints at 0it, 18760it");
    }

    @Test
    void what_is_cancelled_while_it_runs_says_so_and_goes_with_its_study() {
        String study = platform.submitDense(1, null);
        TrialId trial = platform.trials(study).getFirst().id();
        worker.claim(trial);

        platform.post("/internal/studies/" + study + "/cancel", Map.of());

        AttemptView cancelled = attempts(trial).getFirst();
        assertThat(cancelled.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(cancelled.cause()).isEqualTo("no study wants it any more");
        assertThat(given().delete("/internal/studies/" + study).statusCode()).isEqualTo(200);
        assertThat(platform.query("select count(*) from study.attempt where trial = ?", trial.value()))
                .isZero();
    }

    private List<AttemptView> attempts(TrialId trial) {
        return platform.read(given().get("/internal/trials/" + trial + "/attempts"), new TypeReference<>() {});
    }

    private AttemptView awaitAttempt(TrialId trial, Predicate<AttemptView> state) {
        return await().until(() -> attempts(trial).getFirst(), state);
    }
}
