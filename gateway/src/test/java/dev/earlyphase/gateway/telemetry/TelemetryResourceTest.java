package dev.earlyphase.gateway.telemetry;

import java.io.IOException;
import java.util.List;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.event.TelemetryBatch.Evaluation;
import dev.earlyphase.contracts.event.TelemetryBatch.Row;
import dev.earlyphase.contracts.event.TelemetryBatch.Scalars;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.gateway.testing.Examples;
import dev.earlyphase.gateway.testing.Orchestration;
import dev.earlyphase.gateway.testing.ParquetTable;
import dev.earlyphase.gateway.testing.Stack;
import dev.earlyphase.gateway.testing.TestDatabase;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class TelemetryResourceTest {
    private static final TrialView TRIAL = Examples.dense(20);
    private static final String PATH = "/api/v1/trials/" + TRIAL.id();

    @Inject
    Orchestration orchestrator;

    @Inject
    TestDatabase database;

    @BeforeEach
    void a_trial_with_telemetry_of_12000_iterations() {
        orchestrator.answers("/trials/" + TRIAL.id(), TRIAL);
        database.execute("delete from results.telemetry");
        database.execute("delete from results.evaluation");
        database.execute("""
                insert into results.telemetry (trial, iteration, attempt, loss, learning_rate, weight_mean_magnitude,
                    gradient_mean_magnitude, gradient_l2, signs_changed, distance, cosine, layers,
                    layer_weight_mean_magnitude, layer_gradient_mean_magnitude, layer_gradient_l2,
                    layer_signs_changed, layer_distance, layer_cosine, traced, traced_values)
                select ?, i, 1, case i when 5 then 'NaN'::double precision else 2.5 end, 0.1, 0.05, null, 1.5, 0.25, 3.5,
                    0.75, '{fc_layers.0.weight,fc.weight}', '{0.5,0.25}', '{null,0.125}', '{1.5,1}', '{0,0.5}',
                    '{2,3}', '{1,0.5}', '{fc.weight[17]}', '{0.5}'
                from generate_series(0, 11999) i
                """, TRIAL.id().value());
    }

    @Test
    void a_range_is_read_in_steps() {
        var telemetry = when().get(PATH + "/telemetry?from=3&to=12&every=5").as(Telemetry.class);

        assertThat(telemetry.rows()).extracting(Row::iteration).containsExactly(5, 10);
        assertThat(telemetry.rows().getFirst())
                .isEqualTo(
                        new Row(5, null, 0.1, new Scalars(0.05, null, 1.5, 0.25, 3.5, 0.75), List.of(), List.of(0.5)));
        assertThat(telemetry.layers()).isEmpty();
        assertThat(telemetry.traced()).containsExactly("fc.weight[17]");
        assertThat(telemetry.next()).isNull();
    }

    @Test
    void layers_come_when_they_are_asked_for() {
        var telemetry = when().get(PATH + "/telemetry?to=0&layers=true").as(Telemetry.class);

        assertThat(telemetry.layers()).containsExactly("fc_layers.0.weight", "fc.weight");
        assertThat(telemetry.rows().getFirst().layers())
                .containsExactly(
                        new Scalars(0.5, null, 1.5, 0, 2.0, 1.0), new Scalars(0.25, 0.125, 1.0, 0.5, 3.0, 0.5));
    }

    @Test
    void a_reply_that_would_be_too_long_says_where_to_go_on() {
        var first = when().get(PATH + "/telemetry").as(Telemetry.class);
        var second = when().get(PATH + "/telemetry?from=" + first.next()).as(Telemetry.class);
        var withLayers = when().get(PATH + "/telemetry?every=2&layers=true").as(Telemetry.class);

        assertThat(first.rows()).hasSize(TelemetryStore.MOST_ROWS);
        assertThat(first.next()).isEqualTo(10_000);
        assertThat(second.rows()).hasSize(2_000);
        assertThat(second.next()).isNull();
        assertThat(withLayers.rows()).hasSize(TelemetryStore.MOST_ROWS_WITH_LAYERS);
        assertThat(withLayers.next()).isEqualTo(2_000);
    }

    @Test
    void evaluations_are_read_in_their_order() {
        database.execute(
                "insert into results.evaluation (trial, iteration, attempt, accuracy, loss, examples)"
                        + " values (?, 469, 1, 0.92, 0.25, 10000), (?, 0, 1, 0.1, 'Infinity', 10000)",
                TRIAL.id().value(),
                TRIAL.id().value());

        var evaluations = when().get(PATH + "/evaluations").as(Evaluations.class);

        assertThat(evaluations.evaluations())
                .containsExactly(new Evaluation(0, 0.1, null, 10_000), new Evaluation(469, 0.92, 0.25, 10_000));
    }

    @Test
    void as_csv_it_is_whole_and_in_the_order_of_iterations() {
        var csv = when().get(PATH + "/telemetry.csv");

        csv.then().statusCode(200).contentType("text/csv;charset=UTF-8");
        var lines = csv.asString().lines().toList();
        assertThat(lines).hasSize(1 + 12_000);
        assertThat(lines.getFirst())
                .isEqualTo("trial,iteration,loss,learning_rate,layer,weight_mean_magnitude,gradient_mean_magnitude,"
                        + "gradient_l2,signs_changed,distance,cosine");
        assertThat(lines.get(6)).isEqualTo(TRIAL.id() + ",5,,0.1,*,0.05,,1.5,0.25,3.5,0.75");
        assertThat(lines.getLast()).startsWith(TRIAL.id() + ",11999,2.5,");
    }

    @Test
    void as_parquet_each_layer_has_a_row_when_it_is_asked_for() throws Exception {
        var parquet = given().accept("application/vnd.apache.parquet").get(PATH + "/telemetry?to=1500&layers=true");

        parquet.then().statusCode(200).contentType("application/vnd.apache.parquet");
        var table = ParquetTable.read(parquet.asByteArray());
        assertThat(table.types())
                .containsEntry("trial", "BYTE_ARRAY STRING")
                .containsEntry("iteration", "INT64")
                .containsEntry("layer", "BYTE_ARRAY STRING")
                .containsEntry("loss", "DOUBLE");
        assertThat(table.rows()).hasSize(3 * 1_501);
        assertThat(table.rows().subList(0, 3))
                .extracting(
                        row -> row.get("layer"),
                        row -> row.get("weight_mean_magnitude"),
                        row -> row.get("gradient_mean_magnitude"))
                .containsExactly(
                        tuple("*", 0.05, null),
                        tuple("fc_layers.0.weight", 0.5, null),
                        tuple("fc.weight", 0.25, 0.125));
    }

    @Test
    void weights_that_are_followed_are_a_table_of_their_own() {
        var csv = when().get(PATH + "/telemetry.csv?traced=true&to=1").asString();

        assertThat(csv)
                .isEqualTo("trial,iteration,weight,value\r\n" + TRIAL.id() + ",0,fc.weight[17],0.5\r\n" + TRIAL.id()
                        + ",1,fc.weight[17],0.5\r\n");
    }

    @Test
    void evaluations_are_a_table_too() throws Exception {
        database.execute(
                "insert into results.evaluation (trial, iteration, attempt, accuracy, loss, examples)"
                        + " values (?, 0, 1, 0.1, 'Infinity', 10000)",
                TRIAL.id().value());

        var table = ParquetTable.read(when().get(PATH + "/evaluations.parquet").asByteArray());

        assertThat(table.types().keySet()).containsExactly("trial", "iteration", "accuracy", "loss", "examples");
        assertThat(table.rows().getFirst())
                .containsEntry("accuracy", 0.1)
                .containsEntry("loss", null)
                .containsEntry("examples", 10_000L);
    }

    @Test
    void a_table_that_cannot_be_read_to_its_end_is_no_whole_answer() {
        database.execute("update results.telemetry set layer_cosine = '{}' where iteration = 11500");

        assertThat(comesWhole(PATH + "/telemetry.csv?layers=true")).isFalse();
    }

    @Test
    void a_parameter_out_of_range_is_refused() {
        when().get(PATH + "/telemetry?every=0")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("every"))
                .body("errors[0].value", equalTo("0"));
        when().get(PATH + "/evaluations?from=-1").then().statusCode(400).body("errors[0].field", equalTo("from"));
        when().get(PATH + "/telemetry?layers=1").then().statusCode(400).body("errors[0].field", equalTo("layers"));
        when().get(PATH + "/telemetry.csv?layers=true&traced=true")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("traced"));
        when().get(PATH + "/telemetry.png")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("format"))
                .body("errors[0].allowed", equalTo("json, csv or parquet"));
    }

    /** What is not is broken off on its way, or a fault where nothing had been sent yet. */
    private static boolean comesWhole(String path) {
        try {
            var answer = when().get(path);
            answer.asString();
            return answer.statusCode() < 500;
        } catch (Exception brokenOff) {
            assertThat(brokenOff).isInstanceOf(IOException.class).hasMessageContaining("Premature end");
            return false;
        }
    }
}
