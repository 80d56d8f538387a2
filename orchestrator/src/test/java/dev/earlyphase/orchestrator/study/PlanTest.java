package dev.earlyphase.orchestrator.study;

import java.util.List;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.study.Plan;
import dev.earlyphase.contracts.study.StudyRequest;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.orchestrator.support.EmbeddedServers;
import dev.earlyphase.orchestrator.support.FakeWorker;
import dev.earlyphase.orchestrator.support.Platform;
import dev.earlyphase.orchestrator.support.Requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@QuarkusTest
@QuarkusTestResource(EmbeddedServers.class)
class PlanTest {
    @Inject
    Platform platform;

    @Inject
    FakeWorker worker;

    private final long seed = Platform.newSeed();

    @Test
    void figures_4_5_and_6_train_their_trunk_once() {
        Plan first = plan("signs-and-magnitudes", "'levels': 2");
        platform.submit(request("signs-and-magnitudes", "'levels': 2"));
        Plan second = plan("shuffles", "'levels': 2");
        platform.submit(request("shuffles", "'levels': 2"));
        Plan third = plan("noise", "'levels': 2");

        int trunk = 1 + 3 * 2;
        assertThat(first.newTrials()).isEqualTo(trunk + 12);
        assertThat(second.sharedTrials()).isEqualTo(trunk);
        assertThat(second.newTrials()).isEqualTo(24);
        assertThat(third.sharedTrials()).isEqualTo(trunk);
        assertThat(third.newTrials()).isEqualTo(16);
    }

    @Test
    void bytes_are_those_of_all_values_and_little_more() {
        Plan plan = plan("dense", "'observe': {'checkpoints': ['1ep']}");

        // LeNet is trained without momentum: three checkpoints of 266,610 values.
        assertThat(plan.checkpoints()).isEqualTo(3);
        assertThat(plan.bytes()).isCloseTo(3 * 266_610 * 4L, within(3_000L));
        assertThat(plan.newBytes()).isEqualTo(plan.bytes());
    }

    @Test
    void momentum_and_masks_count_where_there_are_any() {
        Plan dense = plan("dense", "'training': {'momentum': 0.9}");
        Plan pruned = plan("imp-rewinding", "'levels': 1, 'rewind': ['0it'], 'training': {'momentum': 0.9}");

        // Begin with momentum, and end without; 266,200 weights may be pruned.
        assertThat(dense.bytes()).isCloseTo(3 * 266_610 * 4L, within(3_000L));
        assertThat(pruned.bytes()).isCloseTo(6 * 266_610 * 4L + 265_200, within(8_000L));
    }

    @Test
    void a_completed_trial_that_lacks_an_observation_is_to_be_trained() {
        TrialId dense = trained(request("dense", ""));

        Plan plan = plan("hessian", "");

        assertThat(platform.trial(dense).state().ended()).isTrue();
        assertThat(plan.newTrials()).isEqualTo(1);
        assertThat(plan.newIterations()).isEqualTo(18_760);
        assertThat(plan.newBytes()).isZero();
    }

    @Test
    void a_completed_trial_that_lacks_a_checkpoint_adds_that_checkpoint() {
        trained(request("dense", ""));

        Plan plan = plan("dense", "'observe': {'checkpoints': ['1ep']}");

        assertThat(plan.newTrials()).isEqualTo(1);
        assertThat(plan.newBytes()).isCloseTo(266_610 * 4L, within(1_000L));
    }

    @Test
    void a_parent_whose_checkpoint_was_dropped_is_to_be_trained_too() {
        String little = "'rewind': ['200it'], 'observe': {'keep': ['snapshots']}";
        StudyRequest small = request("imp-rewinding", "'levels': 1, " + little);
        List<TrialView> trials = platform.trials(platform.submit(small).id());
        for (TrialView trial : trials) {
            worker.train(trial.id());
            platform.awaitCompleted(trial.id());
        }
        trials.forEach(trial -> platform.awaitCheckpoints(trial.id(), 0));

        assertThat(plan("imp-rewinding", "'levels': 1, " + little).newTrials()).isZero();
        assertThat(plan("imp-rewinding", "'levels': 2, " + little).newTrials()).isEqualTo(3);
    }

    @Test
    void hours_follow_from_the_pace_of_completed_trials() {
        trained(request("dense", ""));

        Plan plan = plan("dense", "'training': {'end': '30ep'}");

        assertThat(plan.gpuHours()).isCloseTo(plan.newIterations() * plan.secondsAnIteration() / 3_600, within(1e-9));
    }

    private TrialId trained(StudyRequest request) {
        TrialId trial =
                platform.trials(platform.submit(request).id()).getFirst().id();
        worker.train(trial);
        platform.awaitCompleted(trial);
        return trial;
    }

    private Plan plan(String recipe, String further) {
        return platform.as(platform.post("/internal/studies?dryRun=true", request(recipe, further)), Plan.class);
    }

    private StudyRequest request(String recipe, String further) {
        return Requests.of(recipe, String.valueOf(seed), further);
    }
}
