package dev.earlyphase.gateway.statistics;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.gateway.testing.Examples;
import dev.earlyphase.gateway.testing.Orchestration;
import dev.earlyphase.gateway.testing.Stack;
import dev.earlyphase.gateway.testing.TestDatabase;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class StatisticsResourceTest {
    private static final TrialView DENSE = Examples.dense(30);
    private static final TrialView TRIAL = Examples.pruned(DENSE, DENSE, "200it");
    private static final String PATH = "/api/v1/trials/" + TRIAL.id();

    @Inject
    Orchestration orchestrator;

    @Inject
    TestDatabase database;

    @BeforeEach
    void a_pruned_trial_with_two_checkpoints() {
        orchestrator.answers("/trials/" + TRIAL.id(), TRIAL);
        orchestrator.answers("/trials/" + DENSE.id(), DENSE);
        database.execute("delete from results.tensor_statistics");
        database.execute("delete from results.mask_statistics");
        database.execute("""
                insert into results.tensor_statistics (trial, iteration, tensor, attempt, prunable, count, zeros,
                    non_finite, mean, standard_deviation, mean_magnitude, l1, l2, minimum, maximum, skewness,
                    excess_kurtosis, positive_share, quantiles, histogram_lower, histogram_upper, histogram,
                    start_signs_changed, start_distance, start_cosine, initial_signs_changed, initial_distance,
                    initial_cosine)
                select ?, iteration, tensor, 1, true, 212960, 0, 0, 0.5, 0.25, 0.5, 100, 10, -1, 1, 'NaN', 3, 0.5,
                    '{-1,-0.5,0,0.5,1}', -1, 1, '{1,2,3,4}',
                    case iteration when 200 then null else 0.125 end, 4, 0.5, 0.25, 5, 0.75
                from unnest(array[200, 1876]) iteration, unnest(array['*', 'fc.weight']) tensor
                """, TRIAL.id().value());
        database.execute("""
                insert into results.mask_statistics (trial, tensor, attempt, size, survivors, density, threshold,
                    collapsed, hamming_to_parent, jaccard_to_parent)
                values (?, '*', 1, 266200, 212960, 0.8, 0.0125, false, 53240, 0.2),
                    (?, 'fc_layers.0.weight', 1, 235200, 212960, 0.9054, null, false, 22240, 0.0946),
                    (?, 'fc_layers.1.weight', 1, 30000, 0, 0, null, true, 30000, 1)
                """, TRIAL.id().value(), TRIAL.id().value(), TRIAL.id().value());
    }

    @Test
    void without_parameters_the_pooled_weights_are_followed_over_checkpoints() {
        when().get(PATH + "/statistics")
                .then()
                .statusCode(200)
                .body("tensor", contains("*", "*"))
                .body("iteration", contains(200, 1876))
                .body("[0].sinceStart", nullValue())
                .body("[1].sinceStart.signsChanged", equalTo(0.125f))
                .body("[1].sinceInitialisation.cosine", equalTo(0.75f))
                .body("[1].skewness", nullValue())
                .body("[1].histogram.counts", contains(1, 2, 3, 4));
    }

    @Test
    void a_moment_gives_all_tensors_of_its_checkpoint() {
        when().get(PATH + "/statistics?moment=4ep")
                .then()
                .statusCode(200)
                .body("tensor", contains("*", "fc.weight"))
                .body("iteration", contains(1876, 1876));
    }

    @Test
    void a_tensor_and_a_moment_give_one_row() {
        when().get(PATH + "/statistics?moment=200it&tensor=fc.weight")
                .then()
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].tensor", equalTo("fc.weight"));
    }

    @Test
    void a_moment_that_does_not_parse_is_refused() {
        when().get(PATH + "/statistics?moment=soon").then().statusCode(400).body("errors[0].field", equalTo("moment"));
    }

    @Test
    void the_mask_is_told_in_all_and_by_tensor() {
        when().get(PATH + "/mask")
                .then()
                .statusCode(200)
                .body("all.survivors", equalTo(212_960))
                .body("threshold", equalTo(0.0125f))
                .body("tensors.tensor", contains("fc_layers.0.weight", "fc_layers.1.weight"))
                .body("tensors[1].hammingToParent", equalTo(30_000))
                .body("collapsed", contains("fc_layers.1.weight"));
    }

    @Test
    void a_dense_trial_has_no_mask() {
        when().get("/api/v1/trials/" + DENSE.id() + "/mask")
                .then()
                .statusCode(404)
                .body("detail", containsString("no mask on record"));
    }
}
