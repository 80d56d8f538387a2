package dev.earlyphase.gateway.mask;

import java.util.List;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.gateway.mask.MaskDistances.Pair;
import dev.earlyphase.gateway.testing.Examples;
import dev.earlyphase.gateway.testing.Orchestration;
import dev.earlyphase.gateway.testing.Stack;
import dev.earlyphase.gateway.testing.TestDatabase;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class MaskResourceTest {
    private static final String STUDY = "fedcba98765432100125";
    private static final String PATH = "/api/v1/studies/" + STUDY + "/masks/distances";
    private static final TrialView DENSE = Examples.dense(0);
    private static final List<TrialView> PRUNED = List.of(
            Examples.pruned(DENSE, DENSE, "100it"),
            Examples.pruned(DENSE, DENSE, "200it"),
            Examples.pruned(DENSE, DENSE, "300it"));

    @Inject
    Orchestration orchestrator;

    @Inject
    TestDatabase database;

    @BeforeEach
    void three_masks_over_four_weights_and_one_over_two() {
        orchestrator.answers("/studies/" + STUDY, Examples.study(STUDY, StudyView.State.COMPLETED));
        database.clear();
        database.study(STUDY);
        mask(0, DENSE, "11");
        mask(1, PRUNED.get(0), "1100");
        mask(2, PRUNED.get(1), "1010");
        mask(3, PRUNED.get(2), "1111");
    }

    @Test
    void the_masks_of_a_study_are_found_by_their_trials() {
        assertThat(database.plan(MaskStore.PAIRS, STUDY, null, null, 0, 10))
                .containsPattern("using mask_bits_pkey on mask_bits b_1 .*\\n +Index Cond: \\(trial = ");
    }

    @Test
    void each_two_masks_over_the_same_weights_are_compared_once() {
        var distances = when().get(PATH).as(MaskDistances.class);

        assertThat(distances.pairs())
                .containsExactly(pair(0, 1, 0.5, 1.0 / 3), pair(0, 2, 0.5, 0.5), pair(1, 2, 0.5, 0.5));
        assertThat(distances.next()).isNull();
    }

    @Test
    void a_page_says_where_to_go_on() {
        var first = when().get(PATH + "?limit=2").as(MaskDistances.class);
        var second = when().get(PATH + "?limit=2&cursor=" + first.next()).as(MaskDistances.class);

        assertThat(first.pairs()).hasSize(2);
        assertThat(second.pairs()).containsExactly(pair(1, 2, 0.5, 0.5));
        assertThat(second.next()).isNull();
    }

    @Test
    void pairs_of_one_trial_can_be_had_alone() {
        var trial = PRUNED.get(1);
        orchestrator.answers("/trials/" + trial.id().brief(), trial);

        var distances = when().get(PATH + "?trial=" + trial.id().brief()).as(MaskDistances.class);

        assertThat(distances.pairs()).containsExactly(pair(0, 1, 0.5, 1.0 / 3), pair(1, 2, 0.5, 0.5));
    }

    @Test
    void a_page_too_long_is_refused() {
        when().get(PATH + "?limit=501").then().statusCode(400).body("errors[0].field", equalTo("limit"));
    }

    private void mask(int position, TrialView trial, String bits) {
        database.trial(STUDY, position, trial, position, null, 0.9);
        database.execute(
                "insert into results.mask_bits (trial, attempt, bits) values (?, 1, ?::bit varying)",
                trial.id().value(),
                bits);
    }

    private static Pair pair(int one, int other, double hamming, double jaccard) {
        return new Pair(PRUNED.get(one).id(), PRUNED.get(other).id(), hamming, jaccard);
    }
}
