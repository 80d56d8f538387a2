package dev.earlyphase.orchestrator.claim;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.claim.ClaimRequest;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.orchestrator.support.EmbeddedServers;
import dev.earlyphase.orchestrator.support.FakeWorker;
import dev.earlyphase.orchestrator.support.Platform;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(EmbeddedServers.class)
class ClaimTest {
    @Inject
    Platform platform;

    @Inject
    FakeWorker worker;

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
    void a_worker_that_only_waits_gets_no_trial() {
        TrialId trial = platform.newTrial();
        platform.awaitClaimable(trial);

        Response answer =
                platform.postAsWorker("/internal/claims", new ClaimRequest(trial, "waiting:" + FakeWorker.NAME));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.asString()).contains("only waits", "earlyphase.claim.waiting");
        assertThat(platform.trial(trial).attempts()).isZero();
    }

    @Test
    void of_many_claims_one_wins() throws Exception {
        TrialId trial = platform.newTrial();
        platform.awaitClaimable(trial);
        Callable<Integer> claim = () -> worker.tryClaim(trial).statusCode();

        List<Future<Integer>> answers;
        try (var threads = Executors.newFixedThreadPool(8)) {
            answers = threads.invokeAll(Collections.nCopies(8, claim));
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
        TrialId trial = platform.newTrial();
        Claim first = worker.claim(trial);
        worker.checkpoint(first, 0);
        worker.checkpoint(first, 5_000);
        platform.awaitCheckpoint(trial, 5_000);

        platform.expireLease(trial);
        Claim second = worker.claim(trial);

        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second.resume().iteration()).isEqualTo(5_000);
        assertThat(second.resume().weights().key()).contains("attempt-1/5000it");
    }
}
