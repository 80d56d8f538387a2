package dev.earlyphase.orchestrator.trial;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.claim.Orders.Kind;
import dev.earlyphase.contracts.event.AttemptEnded;
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
    void a_claim_holds_the_objects_that_the_trial_needs() {
        List<TrialView> trials =
                platform.trials(platform.submit(Platform.study(List.of(Platform.newSeed()), List.of("200it"), 2))
                        .id());
        TrialId dense = trials.get(0).id();
        TrialId first = trials.get(1).id();
        worker.train(dense);
        worker.train(first);

        Claim claim = worker.claim(trials.get(2).id());

        assertThat(claim.attempt()).isEqualTo(1);
        assertThat(claim.start().key()).isEqualTo("trials/" + dense + "/attempt-1/200it.safetensors");
        assertThat(claim.startMomentum()).isNull();
        assertThat(claim.parentEnd().key()).isEqualTo("trials/" + first + "/attempt-1/18760it.safetensors");
        assertThat(claim.parentMask().key()).isEqualTo("trials/" + first + "/attempt-1/mask.safetensors");
        assertThat(claim.initialisation().key()).isEqualTo("trials/" + dense + "/attempt-1/0it.safetensors");
        assertThat(claim.resume()).isNull();
    }

    @Test
    void of_many_claims_one_wins() throws Exception {
        TrialId trial = newTrial();
        platform.awaitClaimable(trial);
        Callable<Integer> claim = () -> worker.tryClaim(trial).statusCode();

        List<Future<Integer>> answers;
        try (var threads = Executors.newFixedThreadPool(8)) {
            answers = threads.invokeAll(java.util.Collections.nCopies(8, claim));
        }

        assertThat(answers)
                .extracting(Future::get)
                .containsOnlyOnce(200)
                .contains(409)
                .doesNotContain(500);
        assertThat(platform.trial(trial).attempts()).isEqualTo(1);
    }

    @Test
    void a_trial_that_waits_cannot_be_claimed() {
        TrialId child = platform.trials(platform.submit(Platform.study(List.of(Platform.newSeed()), List.of("0it"), 1))
                        .id())
                .get(1)
                .id();

        var answer = worker.tryClaim(child);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.asString()).contains("it is waiting");
    }

    @Test
    void an_expired_lease_gives_the_trial_to_another_attempt_that_resumes() {
        TrialId trial = newTrial();
        Claim first = worker.claim(trial);
        worker.checkpoint(first, 0);
        worker.checkpoint(first, 5_000);
        awaitCheckpoint(trial, 5_000);

        expireLease(trial);
        Claim second = worker.claim(trial);

        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second.resume().iteration()).isEqualTo(5_000);
        assertThat(second.resume().weights().key()).contains("attempt-1/5000it");
    }

    @Test
    void what_an_old_attempt_reports_is_refused() {
        TrialId trial = newTrial();
        Claim first = worker.claim(trial);
        expireLease(trial);
        Claim second = worker.claim(trial);

        worker.report(first);
        worker.complete(first, "zombie");
        worker.report(second);
        worker.complete(second, "living");

        TrialView end = platform.awaitState(trial, TrialState.COMPLETED);
        assertThat(end.result().weightsSha256()).isEqualTo("living");
        assertThat(platform.query(
                        "select count(*) from study.checkpoint where trial = ? and attempt = 1", trial.value()))
                .isZero();
    }

    @Test
    void a_late_end_counts_as_long_as_nobody_has_claimed_the_trial_again() {
        TrialId trial = newTrial();
        Claim claim = worker.claim(trial);
        expireLease(trial);
        platform.awaitClaimable(trial);

        worker.report(claim);
        worker.complete(claim, "late");

        assertThat(platform.awaitState(trial, TrialState.COMPLETED).attempts()).isEqualTo(1);
    }

    @Test
    void attempts_that_fail_again_and_again_end_in_failure() {
        TrialId trial = newTrial();

        for (int attempt = 1; attempt <= 3; attempt++) {
            worker.end(worker.claim(trial), new AttemptEnded.Failed("the store did not answer", true));
        }

        assertThat(platform.awaitState(trial, TrialState.FAILED).reason())
                .isEqualTo("the store did not answer (attempt 3 of 3)");
    }

    @Test
    void a_failure_beyond_repair_is_not_tried_again() {
        TrialId trial = newTrial();

        worker.end(worker.claim(trial), new AttemptEnded.Failed("the data set is damaged", false));

        assertThat(platform.awaitState(trial, TrialState.FAILED).attempts()).isEqualTo(1);
    }

    @Test
    void a_released_trial_is_ready_at_once_and_nothing_is_held_against_it() {
        TrialId trial = newTrial();

        for (int attempt = 1; attempt <= 4; attempt++) {
            Claim claim = worker.claim(trial);
            worker.end(claim, new AttemptEnded.Released(0, "asked to stop"));
        }

        assertThat(worker.claim(trial).attempt()).isEqualTo(5);
    }

    @Test
    void an_end_told_twice_counts_once() {
        TrialId trial = newTrial();
        Claim claim = worker.claim(trial);

        worker.end(claim, new AttemptEnded.Failed("once", true));
        worker.end(claim, new AttemptEnded.Failed("once", true));
        worker.end(claim, new AttemptEnded.Failed("once", true));
        Claim second = worker.claim(trial);
        worker.report(second);
        worker.report(second);
        worker.complete(second, "w");
        worker.complete(second, "w");

        platform.awaitState(trial, TrialState.COMPLETED);
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(platform.query("select count(*) from study.checkpoint where trial = ?", trial.value()))
                .isEqualTo(2);
    }

    @Test
    void a_divergence_is_a_result_and_blocks_what_depends_on_it() {
        String study = platform.submit(Platform.study(List.of(Platform.newSeed()), List.of("0it"), 2))
                .id();
        List<TrialView> trials = platform.trials(study);

        worker.end(worker.claim(trials.getFirst().id()), new AttemptEnded.Diverged(17, "the loss is NaN"));

        TrialView last = platform.awaitState(trials.getLast().id(), TrialState.BLOCKED);
        assertThat(last.reason())
                .isEqualTo("blocked: trial " + trials.getFirst().id() + " diverged");
        assertThat(platform.trial(trials.getFirst().id()).reason()).isEqualTo("the loss is NaN");
        assertThat(platform.study(study).state()).isEqualTo(StudyView.State.FAILED);
    }

    @Test
    void retrying_the_cause_frees_what_it_blocked() {
        String study = platform.submit(Platform.study(List.of(Platform.newSeed()), List.of("0it"), 2))
                .id();
        List<TrialView> trials = platform.trials(study);
        TrialId dense = trials.getFirst().id();
        worker.end(worker.claim(dense), new AttemptEnded.Failed("disk full", false));
        platform.awaitState(trials.getLast().id(), TrialState.BLOCKED);

        platform.post("/internal/studies/" + study + "/retry", Map.of());
        worker.train(dense);
        platform.awaitState(dense, TrialState.COMPLETED);

        platform.awaitClaimable(trials.get(1).id());
        assertThat(platform.trial(trials.getLast().id()).state()).isEqualTo(TrialState.WAITING);
    }

    @Test
    void a_blocked_trial_is_retried_by_its_cause_only() {
        List<TrialView> trials =
                platform.trials(platform.submit(Platform.study(List.of(Platform.newSeed()), List.of("0it"), 1))
                        .id());
        worker.end(worker.claim(trials.getFirst().id()), new AttemptEnded.Failed("disk full", false));
        platform.awaitState(trials.get(1).id(), TrialState.BLOCKED);

        var answer = platform.post("/internal/trials/" + trials.get(1).id() + "/retry", Map.of());

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.asString()).contains("retry that trial instead");
    }

    @Test
    void a_checkpoint_asked_for_too_late_makes_the_trial_run_again() {
        long seed = Platform.newSeed();
        TrialId dense = platform.trials(platform.submit(Platform.study(List.of(seed), List.of("0it"), 1))
                        .id())
                .getFirst()
                .id();
        Claim first = worker.claim(dense);
        worker.checkpoint(first, 9_000);
        worker.report(first);
        worker.complete(first, "weights of " + dense.brief());
        platform.awaitState(dense, TrialState.COMPLETED);

        List<TrialView> more = platform.trials(platform.submit(Platform.study(List.of(seed), List.of("200it"), 1))
                .id());
        assertThat(platform.trial(dense).reason()).contains("200it");
        Claim second = worker.claim(dense);
        worker.report(second);
        worker.complete(second, "weights of " + dense.brief());

        // The recovery checkpoint at 9000it lies behind the one that is wanted, so it is no place to resume.
        assertThat(second.resume()).isNull();
        assertThat(worker.claim(more.get(1).id()).start().key())
                .isEqualTo("trials/" + dense + "/attempt-2/200it.safetensors");
        assertThat(platform.trial(dense).reason()).isNull();
    }

    @Test
    void a_running_trial_that_missed_a_checkpoint_runs_again_when_it_ends() {
        long seed = Platform.newSeed();
        TrialId dense = platform.trials(platform.submit(Platform.study(List.of(seed), List.of("0it"), 1))
                        .id())
                .getFirst()
                .id();
        Claim first = worker.claim(dense);

        platform.submit(Platform.study(List.of(seed), List.of("300it"), 1));
        worker.report(first);
        worker.complete(first, "w");
        Claim second = worker.claim(dense);
        worker.report(second);
        worker.complete(second, "other");

        TrialView end = platform.awaitState(dense, TrialState.COMPLETED);
        assertThat(end.attempts()).isEqualTo(2);
        assertThat(end.reason()).isEqualTo("repeated with other weights at the end: w before, other now");
    }

    @Test
    void an_end_without_the_checkpoints_asked_for_is_a_failed_attempt() {
        TrialId trial = newTrial();

        worker.complete(worker.claim(trial), "w");

        platform.awaitClaimable(trial);
        assertThat(platform.trial(trial).reason()).isEqualTo("it ended without its checkpoints at 0it, 18760it");
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

    @Test
    void a_heartbeat_is_told_what_becomes_of_each_attempt() {
        Claim running = worker.claim(newTrial());
        Claim lost = worker.claim(newTrial());
        expireLease(lost.trial());
        worker.claim(lost.trial());
        Claim ended = worker.claim(newTrial());
        worker.report(ended);
        worker.complete(ended, "w");
        platform.awaitState(ended.trial(), TrialState.COMPLETED);

        var orders = worker.beat(3, running, lost, ended).orders();

        assertThat(orders).extracting(order -> order.kind()).containsExactly(Kind.CONTINUE, Kind.ABORT, Kind.ENDED);
        assertThat(platform.trial(running.trial()).iterationsPerSecond()).isEqualTo(50);
    }

    @Test
    void a_worker_that_was_only_out_of_reach_takes_its_trial_up_again() {
        Claim claim = worker.claim(newTrial());
        expireLease(claim.trial());
        platform.awaitClaimable(claim.trial());

        var orders = worker.beat(1, claim).orders();

        assertThat(orders.getFirst().kind()).isEqualTo(Kind.CONTINUE);
        assertThat(platform.trial(claim.trial()).state()).isEqualTo(TrialState.RUNNING);
    }

    @Test
    void a_trial_is_found_by_the_first_digits_of_its_id() {
        TrialId trial = newTrial();

        TrialView found = platform.as(given().get("/internal/trials/" + trial.brief()), TrialView.class);

        assertThat(found.id()).isEqualTo(trial);
    }

    @Test
    void the_checkpoints_of_a_trial_are_listed() {
        TrialId trial = newTrial();
        worker.train(trial);
        platform.awaitState(trial, TrialState.COMPLETED);

        List<CheckpointView> checkpoints =
                platform.read(given().get("/internal/trials/" + trial + "/checkpoints"), new TypeReference<>() {});

        assertThat(checkpoints).extracting(CheckpointView::iteration).containsExactly(0, 18_760);
        assertThat(checkpoints.getLast().momentum()).isNull();
    }

    private TrialId newTrial() {
        StudyView study = platform.submit(Platform.study(List.of(Platform.newSeed()), List.of(), 0));
        return platform.trials(study.id()).getFirst().id();
    }

    private void expireLease(TrialId trial) {
        platform.execute(
                "update study.trial set lease_until = now() - interval '1 second' where id = ?", trial.value());
    }

    private void awaitCheckpoint(TrialId trial, int iteration) {
        org.awaitility.Awaitility.await()
                .until(() ->
                        platform.query("select max(iteration) from study.checkpoint where trial = ?", trial.value())
                                == iteration);
    }
}
