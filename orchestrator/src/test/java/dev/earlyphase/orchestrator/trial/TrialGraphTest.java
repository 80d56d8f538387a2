package dev.earlyphase.orchestrator.trial;

import java.util.List;
import java.util.Map;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.event.AttemptEnded;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialState;
import dev.earlyphase.orchestrator.support.EmbeddedServers;
import dev.earlyphase.orchestrator.support.FakeWorker;
import dev.earlyphase.orchestrator.support.Platform;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(EmbeddedServers.class)
class TrialGraphTest {
    @Inject
    Platform platform;

    @Inject
    FakeWorker worker;

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
}
