package dev.earlyphase.orchestrator.trial;

import java.util.List;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.Probe;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialState;
import dev.earlyphase.orchestrator.support.EmbeddedServers;
import dev.earlyphase.orchestrator.support.FakeWorker;
import dev.earlyphase.orchestrator.support.Platform;
import dev.earlyphase.orchestrator.support.Requests;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(EmbeddedServers.class)
class ReplayTest {
    @Inject
    Platform platform;

    @Inject
    FakeWorker worker;

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
    void telemetry_asked_for_too_late_makes_the_trial_run_again_from_its_begin() {
        long seed = Platform.newSeed();
        TrialId dense = dense(seed, "'observe': {'telemetryUntil': '10it'}");
        worker.train(dense);
        platform.awaitState(dense, TrialState.COMPLETED);

        dense(seed, "'observe': {'telemetryUntil': '20it'}");
        Claim second = worker.claim(dense);

        assertThat(second.resume()).isNull();
        assertThat(second.observations().telemetryUntil()).isEqualTo(20);
    }

    @Test
    void a_probe_asked_for_while_the_trial_runs_makes_it_run_again() {
        long seed = Platform.newSeed();
        TrialId dense = dense(seed, "");
        Claim first = worker.claim(dense);

        dense(seed, "'observe': {'probes': [{'kind': 'fisher', 'moments': ['1ep']}]}");
        worker.report(first);
        worker.complete(first, "w");
        Claim second = worker.claim(dense);

        assertThat(first.observations().probes()).isEmpty();
        assertThat(second.observations().probes()).extracting(Probe::kind).containsExactly("fisher");
    }

    @Test
    void less_than_was_observed_is_there_already() {
        long seed = Platform.newSeed();
        TrialId dense = dense(seed, "'observe': {'telemetryUntil': '20it', 'checkpoints': ['5it']}");
        worker.train(dense);
        platform.awaitState(dense, TrialState.COMPLETED);

        dense(seed, "'observe': {'telemetryUntil': '10it'}");

        assertThat(platform.trial(dense).state()).isEqualTo(TrialState.COMPLETED);
    }

    private TrialId dense(long seed, String further) {
        return platform.trials(platform.submit(Requests.of("dense", String.valueOf(seed), further))
                        .id())
                .getFirst()
                .id();
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
}
