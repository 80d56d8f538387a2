package dev.earlyphase.orchestrator.claim;

import java.util.List;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.study.TrialRole;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.orchestrator.support.EmbeddedServers;
import dev.earlyphase.orchestrator.support.FakeWorker;
import dev.earlyphase.orchestrator.support.Platform;
import dev.earlyphase.orchestrator.support.Requests;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(EmbeddedServers.class)
class ClaimObjectsTest {
    @Inject
    Platform platform;

    @Inject
    FakeWorker worker;

    private final long seed = Platform.newSeed();

    @Test
    void a_pretrained_trial_begins_with_what_was_learnt_and_descends_from_nothing_else() {
        List<TrialView> trials =
                submit("pretraining", "'tasks': [{'kind': 'blur'}], 'epochs': ['2ep'], 'levels': 0, 'rewind': ['0it']");
        TrialId pretraining = the(trials, new TrialRole(seed, 0, null, "pretraining", "blur 2ep"));
        worker.train(pretraining);

        Claim claim = worker.claim(the(trials, new TrialRole(seed, 0, null, "blur", "2ep")));

        assertThat(claim.start().key()).isEqualTo("trials/" + pretraining + "/attempt-1/938it.safetensors");
        assertThat(claim.startMomentum()).isNull();
        assertThat(claim.initialisation()).isNull();
        assertThat(claim.parentEnd()).isNull();
    }

    @Test
    void a_line_has_the_ends_of_both_trials_and_is_done_without_a_checkpoint() {
        List<TrialView> trials = submit("linear-connectivity", "'rewind': ['0it']");
        TrialId dense = the(trials, new TrialRole(seed, 0, null));
        TrialId child = the(trials, new TrialRole(seed, 0, "0it", "child", "1"));
        TrialId line = the(trials, new TrialRole(seed, 0, "0it", "line", "0-1"));
        worker.train(dense);
        worker.train(child);

        Claim claim = worker.train(line);

        assertThat(claim.start().key()).isEqualTo("trials/" + dense + "/attempt-1/18760it.safetensors");
        assertThat(claim.startTo().key()).isEqualTo("trials/" + child + "/attempt-1/18760it.safetensors");
        assertThat(claim.initialisation()).isNull();
        platform.awaitCompleted(line);
    }

    @Test
    void a_trial_whose_parent_lacks_the_mask_that_it_was_trained_under_is_not_handed_out() {
        List<TrialView> trials = platform.trials(platform.submit(Platform.study(List.of(seed), List.of("0it"), 2))
                .id());
        worker.train(the(trials, new TrialRole(seed, 0, null)));
        TrialId parent = the(trials, new TrialRole(seed, 1, "0it"));
        worker.train(parent);
        TrialId child = the(trials, new TrialRole(seed, 2, "0it"));
        platform.awaitClaimable(child);
        platform.execute("update study.trial set mask = null where id = ?", parent.value());

        Response refused = worker.tryClaim(child);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.asString()).contains("The mask of trial " + parent + " is needed and not there.");
    }

    @Test
    void a_shuffled_mask_is_made_from_the_objects_of_the_mask_beneath_it() {
        List<TrialView> trials = submit(
                "sparse-pretraining",
                "'tasks': [{'kind': 'blur'}], 'epochs': ['2ep'], 'levels': 2, 'rewind': ['0it'], 'maskRewind': '0it'");
        TrialId dense = the(trials, new TrialRole(seed, 0, null));
        TrialId first = the(trials, new TrialRole(seed, 1, "0it"));
        worker.train(dense);
        worker.train(first);

        Claim claim = worker.claim(the(trials, new TrialRole(seed, 2, null, "pretraining", "blur 2ep random")));

        assertThat(claim.parentEnd().key()).isEqualTo("trials/" + first + "/attempt-1/18760it.safetensors");
        assertThat(claim.parentMask().key()).isEqualTo("trials/" + first + "/attempt-1/mask.safetensors");
        assertThat(claim.start()).isNull();
    }

    @Test
    void a_mask_that_is_scored_needs_no_objects() {
        List<TrialView> trials =
                submit("pruning-at-initialisation", "'rules': ['snip'], 'densities': [0.5], 'rewind': ['0it']");

        Claim claim = worker.claim(the(trials, new TrialRole(seed, 1, "0it", "snip", "shuffled")));

        assertThat(claim.parentEnd()).isNull();
        assertThat(claim.parentMask()).isNull();
    }

    @Test
    void what_descends_through_a_deficit_knows_the_weights_of_the_very_begin() {
        List<TrialView> trials = submit("critical-period", "'from': '1ep', 'until': ['2ep']");
        TrialId dense = the(trials, new TrialRole(seed, 0, null));
        TrialId deficit = the(trials, new TrialRole(seed, 0, null, "deficit", "18760it"));
        worker.train(dense);
        worker.train(deficit);

        Claim claim = worker.claim(the(trials, new TrialRole(seed, 0, null, "recovered", "2ep")));

        assertThat(claim.start().key()).isEqualTo("trials/" + deficit + "/attempt-1/938it.safetensors");
        assertThat(claim.initialisation().key()).isEqualTo("trials/" + dense + "/attempt-1/0it.safetensors");
    }

    private List<TrialView> submit(String recipe, String further) {
        return platform.trials(platform.submit(Requests.of(recipe, String.valueOf(seed), further))
                .id());
    }

    private static TrialId the(List<TrialView> trials, TrialRole role) {
        return trials.stream()
                .filter(trial -> trial.role().equals(role))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
