package dev.earlyphase.orchestrator.retention;

import java.util.List;
import java.util.Map;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.event.CheckpointsDropped;
import dev.earlyphase.contracts.event.ObjectsOutdated;
import dev.earlyphase.contracts.event.Topics;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialState;
import dev.earlyphase.orchestrator.json.JsonReader;
import dev.earlyphase.orchestrator.support.EmbeddedServers;
import dev.earlyphase.orchestrator.support.FakeWorker;
import dev.earlyphase.orchestrator.support.Platform;
import dev.earlyphase.orchestrator.support.Requests;
import dev.earlyphase.orchestrator.support.TopicReader;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(EmbeddedServers.class)
class RetentionTest {
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
    void what_was_written_for_resuming_goes_once_there_is_a_result() {
        TrialId trial = platform.newTrial();
        Claim claim = worker.claim(trial);
        worker.checkpoint(claim, 5_000);
        worker.report(claim);
        worker.complete(claim, "w");
        platform.awaitCompleted(trial);

        platform.awaitCheckpoints(trial, 2);

        assertThat(dropped(trial).iterations()).containsExactly(5_000);
    }

    @Test
    void what_a_study_asked_for_stays_though_it_was_also_written_for_resuming() {
        TrialId trial = submit("'levels': 0, 'observe': {'checkpoints': ['5000it']}")
                .getFirst()
                .id();
        Claim claim = worker.claim(trial);
        worker.report(claim);
        worker.checkpoint(claim, 5_000);
        worker.checkpoint(claim, 6_000);
        worker.complete(claim, "w");
        platform.awaitCompleted(trial);

        platform.awaitCheckpoints(trial, 3);

        assertThat(dropped(trial).iterations()).containsExactly(6_000);
    }

    @Test
    void of_a_study_that_is_over_only_what_it_keeps_stays() {
        List<TrialView> trials = submit("'rewind': ['200it'], 'observe': {'checkpoints': ['7it'], 'keep': ['end']}");
        TrialId dense = trials.getFirst().id();

        trials.forEach(trial -> train(trial.id()));

        platform.awaitCheckpoints(dense, 1);
        CheckpointsDropped dropped = dropped(dense);
        assertThat(dropped.iterations()).containsExactly(0, 7, 200);
        assertThat(dropped.attempt()).isEqualTo(1);
    }

    @Test
    void rewinding_points_and_snapshots_are_told_apart() {
        List<TrialView> trials =
                submit("'rewind': ['200it'], 'observe': {'checkpoints': ['7it'], 'keep': ['rewinding-points']}");
        TrialId dense = trials.getFirst().id();

        trials.forEach(trial -> train(trial.id()));

        platform.awaitCheckpoints(dense, 1);
        assertThat(dropped(dense).iterations()).containsExactly(0, 7, 18_760);
    }

    @Test
    void another_study_keeps_what_this_one_does_not() {
        List<TrialView> trials = submit("'rewind': ['0it'], 'observe': {'keep': ['snapshots']}");
        TrialId dense = trials.get(0).id();
        TrialId pruned = trials.get(1).id();
        platform.submit(Requests.of("dense", String.valueOf(seed), ""));

        train(dense);
        train(pruned);

        platform.awaitCheckpoints(pruned, 0);
        platform.awaitCheckpoints(dense, 2);
    }

    @Test
    void what_was_dropped_and_is_needed_again_is_trained_again_with_all_that_leads_to_it() {
        List<TrialView> before = submit("'rewind': ['200it'], 'observe': {'keep': ['start']}");
        TrialId dense = before.get(0).id();
        TrialId first = before.get(1).id();
        train(dense);
        train(first);
        platform.awaitCheckpoints(dense, 1);
        platform.awaitCheckpoints(first, 1);

        List<TrialView> after = submit("'rewind': ['200it'], 'levels': 2, 'observe': {'keep': ['start']}");

        assertThat(platform.trial(first).state()).isEqualTo(TrialState.WAITING);
        train(dense);
        train(first);
        Claim claim = worker.claim(after.get(2).id());
        assertThat(claim.start().key()).isEqualTo("trials/" + dense + "/attempt-2/200it.safetensors");
        assertThat(claim.parentEnd().key()).isEqualTo("trials/" + first + "/attempt-2/18760it.safetensors");
    }

    @Test
    void a_replay_of_a_trial_brings_back_what_it_begins_with() {
        List<TrialView> trials = submit("'rewind': ['200it'], 'observe': {'keep': ['snapshots']}");
        TrialId dense = trials.get(0).id();
        TrialId first = trials.get(1).id();
        train(dense);
        train(first);
        platform.awaitCheckpoints(dense, 0);

        platform.post("/internal/trials/" + first + "/replay", Map.of());
        train(dense);

        assertThat(worker.claim(first).start().key()).isEqualTo("trials/" + dense + "/attempt-2/200it.safetensors");
    }

    private List<TrialView> submit(String further) {
        String levels = further.contains("levels") ? "" : "'levels': 1, ";
        return platform.trials(platform.submit(Requests.of("imp-rewinding", String.valueOf(seed), levels + further))
                .id());
    }

    private void train(TrialId trial) {
        worker.train(trial);
        platform.awaitCompleted(trial);
    }

    @Test
    void what_an_attempt_that_was_lost_left_is_outdated_once_another_has_brought_the_result() {
        TrialId trial = platform.newTrial();
        Claim lost = worker.claim(trial);
        worker.checkpoint(lost, 0);
        platform.awaitCheckpoints(trial, 1);
        platform.expireLease(trial);
        Claim second = worker.claim(trial);
        worker.report(second);
        worker.complete(second, "w");
        platform.awaitCompleted(trial);

        platform.execute("update study.trial set ended = ended - interval '1 hour' where id = ?", trial.value());

        ObjectsOutdated outdated = told(trial, "objects-outdated", ObjectsOutdated.class);
        assertThat(outdated.attempt()).isEqualTo(2);
        assertThat(outdated.kept()).isNotEmpty().allMatch(key -> key.contains("/attempt-2/"));
    }

    private CheckpointsDropped dropped(TrialId trial) {
        return told(trial, "checkpoints-dropped", CheckpointsDropped.class);
    }

    private <E> E told(TrialId trial, String type, Class<E> kind) {
        return topics
                .records(Topics.CHECKPOINT_EVENTS, records -> records.stream()
                        .anyMatch(record -> trial.value().equals(record.key())
                                && record.value().contains(type)))
                .stream()
                .filter(record ->
                        trial.value().equals(record.key()) && record.value().contains(type))
                .map(record -> json.read(record.value(), kind))
                .findFirst()
                .orElseThrow();
    }
}
