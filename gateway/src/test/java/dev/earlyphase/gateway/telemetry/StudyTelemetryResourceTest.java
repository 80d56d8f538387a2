package dev.earlyphase.gateway.telemetry;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.gateway.testing.Examples;
import dev.earlyphase.gateway.testing.Keys;
import dev.earlyphase.gateway.testing.Orchestration;
import dev.earlyphase.gateway.testing.ParquetTable;
import dev.earlyphase.gateway.testing.Stack;
import dev.earlyphase.gateway.testing.TestDatabase;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class StudyTelemetryResourceTest {
    private static final String STUDY = "fedcba98765432100124";
    private static final String PATH = "/api/v1/studies/" + STUDY;
    private static final TrialView DENSE = Examples.dense(0);
    private static final TrialView PRUNED = Examples.pruned(DENSE, DENSE, "200it");

    @Inject
    Orchestration orchestrator;

    @Inject
    TestDatabase database;

    @BeforeEach
    void a_study_of_a_dense_and_a_pruned_trial() {
        orchestrator.answers("/studies/" + STUDY, Examples.study(STUDY, StudyView.State.COMPLETED));
        database.clear();
        database.study(STUDY);
        database.trial(STUDY, 0, DENSE, 0, null, 0.97);
        database.trial(STUDY, 1, PRUNED, 1, "200it", 0.96);
        database.telemetry(DENSE, 0, 10_500);
        database.telemetry(PRUNED, 200, 203);
        for (TrialView trial : new TrialView[] {DENSE, PRUNED}) {
            database.execute(
                    "insert into results.evaluation (trial, iteration, attempt, accuracy, loss, examples)"
                            + " values (?, 1876, 1, 0.97, 0.25, 10000)",
                    trial.id().value());
        }
    }

    @Test
    void telemetry_of_all_trials_is_one_table_that_says_what_each_is() {
        var lines = when().get(PATH + "/telemetry.csv").asString().lines().toList();

        assertThat(lines).hasSize(1 + 10_501 + 4);
        assertThat(lines.getFirst())
                .startsWith("trial,seed,level,rewind,family,variant,iteration,loss,learning_rate,layer,");
        assertThat(lines.get(1)).startsWith(DENSE.id() + ",0,0,,,,0,2.5,0.1,*,0.05,");
        assertThat(lines.get(10_502)).startsWith(PRUNED.id() + ",0,1,200it,,,200,2.5,");
    }

    @Test
    void a_range_in_steps_holds_for_each_trial() throws Exception {
        var parquet = when().get(PATH + "/telemetry.parquet?from=200&to=202&every=2");

        parquet.then().statusCode(200).contentType("application/vnd.apache.parquet");
        var rows = ParquetTable.read(parquet.asByteArray()).rows();
        assertThat(rows).extracting(row -> row.get("iteration")).containsExactly(200L, 202L, 200L, 202L);
        assertThat(rows).extracting(row -> row.get("rewind")).containsExactly(null, null, "200it", "200it");
    }

    @Test
    void evaluations_are_a_table_too() {
        assertThat(given().accept("text/csv").get(PATH + "/evaluations").asString())
                .isEqualTo("trial,seed,level,rewind,family,variant,iteration,accuracy,loss,examples\r\n" + DENSE.id()
                        + ",0,0,,,,1876,0.97,0.25,10000\r\n" + PRUNED.id() + ",0,1,200it,,,1876,0.97,0.25,10000\r\n");
    }

    @Test
    void a_format_that_is_no_table_is_refused() {
        when().get(PATH + "/telemetry.json")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("format"))
                .body("errors[0].allowed", equalTo("csv or parquet"));
        given().accept("application/json").get(PATH + "/telemetry").then().statusCode(406);
    }

    @Test
    void an_ending_opens_nothing_without_a_token() {
        Keys.nobody().get(PATH + "/telemetry.csv").then().statusCode(401);
    }
}
