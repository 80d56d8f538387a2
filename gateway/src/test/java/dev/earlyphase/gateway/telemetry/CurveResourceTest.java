package dev.earlyphase.gateway.telemetry;

import java.util.Collections;
import java.util.List;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.gateway.telemetry.Curves.Curve;
import dev.earlyphase.gateway.testing.Examples;
import dev.earlyphase.gateway.testing.Orchestration;
import dev.earlyphase.gateway.testing.Stack;
import dev.earlyphase.gateway.testing.TestDatabase;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class CurveResourceTest {
    private static final TrialView TRIAL = Examples.dense(21);
    private static final String PATH = "/api/v1/trials/" + TRIAL.id() + "/telemetry/curves";

    @Inject
    Orchestration orchestrator;

    @Inject
    TestDatabase database;

    /** The loss is the iteration, with a peak at 7,777; the cosine of the second layer falls by a thousandth each. */
    @BeforeEach
    void a_trial_with_telemetry_of_10000_iterations() {
        orchestrator.answers("/trials/" + TRIAL.id(), TRIAL);
        database.execute("delete from results.telemetry");
        database.execute("""
                insert into results.telemetry (trial, iteration, attempt, loss, learning_rate, weight_mean_magnitude,
                    gradient_mean_magnitude, gradient_l2, signs_changed, distance, cosine, layers,
                    layer_weight_mean_magnitude, layer_gradient_mean_magnitude, layer_gradient_l2,
                    layer_signs_changed, layer_distance, layer_cosine, traced, traced_values)
                select ?, i, 1, case i when 7777 then 1e6 when 3 then null else i end, 0.1, 0.05, null, 1.5, 0.25, 3.5,
                    0.75, '{fc_layers.0.weight,fc.weight}', '{0.5,0.25}', '{null,0.125}', '{1.5,1}', '{0,0.5}',
                    '{2,3}', array[1, 1 - i / 1000.0], '{fc.weight[17]}', array[i]
                from generate_series(0, 9999) i
                """, TRIAL.id().value());
    }

    @Test
    void pieces_tell_the_least_the_mean_and_the_greatest_value_so_that_no_peak_is_lost() {
        var curves = when().get(PATH + "?points=4").as(Curves.class);

        assertThat(curves.iterations()).isEqualTo(10_000);
        assertThat(curves.first()).containsExactly(0, 1, 10, 100, 1_000);
        assertThat(curves.last()).containsExactly(0, 9, 99, 999, 9_999);
        assertThat(curve(curves, "loss").low()).containsExactly(0f, 1f, 10f, 100f, 1_000f);
        assertThat(curve(curves, "loss").high()).containsExactly(0f, 9f, 99f, 999f, 1e6f);
        assertThat(curve(curves, "loss").mean().get(2)).isEqualTo(54.5f);
        assertThat(curve(curves, "learningRate").mean()).containsOnly(0.1f);
        assertThat(curve(curves, "gradientMeanMagnitude").high()).isEqualTo(Collections.nCopies(5, null));
        assertThat(curves.curves())
                .extracting(Curve::name)
                .containsExactly(
                        "loss",
                        "learningRate",
                        "weightMeanMagnitude",
                        "gradientMeanMagnitude",
                        "gradientL2",
                        "signsChanged",
                        "distance",
                        "cosine");
    }

    @Test
    void a_range_is_cut_anew() {
        var curves = when().get(PATH + "?points=3&scale=linear&from=10&to=18").as(Curves.class);

        assertThat(curves.iterations()).isEqualTo(9);
        assertThat(curves.first()).containsExactly(10, 13, 16);
        assertThat(curve(curves, "loss").mean()).containsExactly(11f, 14f, 17f);
    }

    @Test
    void what_is_not_finite_is_left_out_of_its_piece() {
        var together = when().get(PATH + "?points=1&scale=linear&from=2&to=4").as(Curves.class);
        var alone = when().get(PATH + "?from=3&to=3").as(Curves.class);

        assertThat(curve(together, "loss").mean()).containsExactly(3f);
        assertThat(curve(alone, "loss").mean()).containsOnlyNulls();
    }

    @Test
    void layers_and_single_weights_are_told_one_by_one() {
        var layers = when().get(PATH + "?points=2&scale=linear&from=0&to=199&parts=cosine")
                .as(Curves.class);
        var weights = when().get(PATH + "?points=2&scale=linear&from=0&to=199&parts=traced")
                .as(Curves.class);

        assertThat(layers.first()).containsExactly(0, 100);
        assertThat(layers.curves()).extracting(Curve::name).containsExactly("fc_layers.0.weight", "fc.weight");
        assertThat(curve(layers, "fc_layers.0.weight").low()).containsExactly(1f, 1f);
        assertThat(curve(layers, "fc.weight").low()).containsExactly(0.901f, 0.801f);
        assertThat(curve(layers, "fc.weight").high()).containsExactly(1f, 0.9f);
        assertThat(weights.curves()).extracting(Curve::name).containsExactly("fc.weight[17]");
        assertThat(curve(weights, "fc.weight[17]").mean()).containsExactly(49.5f, 149.5f);
    }

    @Test
    void a_trial_without_telemetry_has_curves_without_points() {
        database.execute("delete from results.telemetry");

        var pooled = when().get(PATH).as(Curves.class);
        var layers = when().get(PATH + "?parts=cosine").as(Curves.class);

        assertThat(pooled.iterations()).isZero();
        assertThat(pooled.first()).isEmpty();
        assertThat(curve(pooled, "loss").mean()).isEmpty();
        assertThat(layers.curves()).isEqualTo(List.of());
    }

    @Test
    void a_parameter_out_of_range_is_refused() {
        when().get(PATH + "?points=0").then().statusCode(400).body("errors[0].field", equalTo("points"));
        when().get(PATH + "?scale=log2").then().statusCode(400).body("errors[0].field", equalTo("scale"));
        when().get(PATH + "?parts=loss")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("parts"))
                .body("errors[0].allowed", startsWith("one of weightMeanMagnitude, "));
        when().get(PATH + "?from=9&to=8").then().statusCode(400).body("errors[0].field", equalTo("to"));
    }

    private static Curve curve(Curves curves, String name) {
        return curves.curves().stream()
                .filter(curve -> curve.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
