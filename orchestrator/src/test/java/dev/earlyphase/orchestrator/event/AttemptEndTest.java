package dev.earlyphase.orchestrator.event;

import java.util.List;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
class AttemptEndTest {
    @Inject
    Platform platform;

    @Inject
    FakeWorker worker;

    @Test
    void what_an_old_attempt_reports_is_refused() {
        TrialId trial = platform.newTrial();
        Claim first = worker.claim(trial);
        platform.expireLease(trial);
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
        TrialId trial = platform.newTrial();
        Claim claim = worker.claim(trial);
        platform.expireLease(trial);
        platform.awaitClaimable(trial);

        worker.report(claim);
        worker.complete(claim, "late");

        assertThat(platform.awaitState(trial, TrialState.COMPLETED).attempts()).isEqualTo(1);
    }

    @Test
    void a_pruned_trial_that_ends_without_its_mask_is_tried_again() {
        List<TrialView> levels =
                platform.trials(platform.submit(Platform.study(List.of(Platform.newSeed()), List.of("0it"), 1))
                        .id());
        worker.train(levels.getFirst().id());
        TrialId pruned = levels.getLast().id();
        Claim maskless = worker.claim(pruned);
        worker.reportCheckpoints(maskless);

        worker.complete(maskless, "of a mask that nobody knows");

        platform.awaitReason(pruned, "it ended without its mask");
        worker.train(pruned);
        platform.awaitState(pruned, TrialState.COMPLETED);
    }

    @Test
    void attempts_that_fail_again_and_again_end_in_failure() {
        TrialId trial = platform.newTrial();

        for (int attempt = 1; attempt <= 3; attempt++) {
            worker.end(worker.claim(trial), new AttemptEnded.Failed("the store did not answer", true));
        }

        assertThat(platform.awaitState(trial, TrialState.FAILED).reason())
                .isEqualTo("the store did not answer (attempt 3 of 3)");
    }

    @Test
    void why_the_last_attempt_failed_is_told_though_its_lease_had_run_out_by_then() {
        TrialId trial = platform.newTrial();
        for (int attempt = 1; attempt <= 2; attempt++) {
            worker.end(worker.claim(trial), new AttemptEnded.Failed("the process crashed: SIGSEGV", true));
        }
        Claim last = worker.claim(trial);
        platform.expireLease(trial);
        platform.awaitState(trial, TrialState.FAILED);

        worker.end(last, new AttemptEnded.Failed("the process crashed: SIGBUS", true));

        platform.awaitReason(trial, "the process crashed: SIGBUS (attempt 3 of 3)");
    }

    @Test
    void why_an_attempt_failed_is_told_though_its_lease_had_run_out_and_it_counts_once() {
        TrialId trial = platform.newTrial();
        Claim first = worker.claim(trial);
        platform.expireLease(trial);
        platform.awaitClaimable(trial);

        worker.end(first, new AttemptEnded.Failed("the process crashed: SIGSEGV", true));

        platform.awaitReason(trial, "the process crashed: SIGSEGV");
        assertThat(platform.query("select failures from study.trial where id = ?", trial.value()))
                .isEqualTo(1);
    }

    @Test
    void a_failure_beyond_repair_is_not_tried_again() {
        TrialId trial = platform.newTrial();

        worker.end(worker.claim(trial), new AttemptEnded.Failed("the data set is damaged", false));

        assertThat(platform.awaitState(trial, TrialState.FAILED).attempts()).isEqualTo(1);
    }

    @Test
    void a_released_trial_is_ready_at_once_and_nothing_is_held_against_it() {
        TrialId trial = platform.newTrial();

        for (int attempt = 1; attempt <= 4; attempt++) {
            Claim claim = worker.claim(trial);
            worker.end(claim, new AttemptEnded.Released(0, "asked to stop"));
        }

        assertThat(worker.claim(trial).attempt()).isEqualTo(5);
    }

    @Test
    void an_end_told_twice_counts_once() {
        TrialId trial = platform.newTrial();
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
    void an_end_without_the_checkpoints_asked_for_is_a_failed_attempt() {
        TrialId trial = platform.newTrial();

        worker.complete(worker.claim(trial), "w");

        platform.awaitClaimable(trial);
        assertThat(platform.trial(trial).reason()).isEqualTo("it ended without its checkpoints at 0it, 18760it");
    }
}
