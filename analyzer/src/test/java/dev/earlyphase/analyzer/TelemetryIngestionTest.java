package dev.earlyphase.analyzer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import dev.earlyphase.analyzer.testing.DeadLetterTopic;
import dev.earlyphase.analyzer.testing.EmbeddedServers;
import dev.earlyphase.analyzer.testing.PostgresOutage;
import dev.earlyphase.analyzer.testing.Tables;
import dev.earlyphase.analyzer.testing.Trials;
import dev.earlyphase.analyzer.testing.Worker;
import dev.earlyphase.contracts.event.TelemetryBatch;
import dev.earlyphase.contracts.event.TelemetryBatch.Evaluation;
import dev.earlyphase.contracts.event.TelemetryBatch.Measurement;
import dev.earlyphase.contracts.event.TelemetryBatch.Row;
import dev.earlyphase.contracts.event.TelemetryBatch.Scalars;
import dev.earlyphase.contracts.event.Topics;
import dev.earlyphase.contracts.trial.TrialId;

import static dev.earlyphase.analyzer.testing.Waiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;

@QuarkusTest
@QuarkusTestResource(EmbeddedServers.class)
class TelemetryIngestionTest {
    private static final Scalars FIRST = new Scalars(0.1, 0.01, 1.0, 0.25, 2.0, 0.9);
    private static final Scalars SECOND = new Scalars(0.2, 0.02, 2.0, 0.5, 3.0, 0.8);

    private static final List<String> TRACED = List.of("a[3]", "b[1]");

    @Inject
    Worker worker;

    @Inject
    Tables tables;

    @Inject
    DeadLetterTopic deadLetters;

    @Inject
    PostgresOutage postgres;

    private final TrialId trial = Trials.fresh();
    private long sequence;

    @Test
    void a_batch_becomes_a_row_per_iteration_and_evaluation() {
        worker.publish(batch(1, List.of(row(0, 2.3), row(1, 2.2)), List.of(new Evaluation(0, 0.1, 2.31, 10_000))));

        var rows = awaitTelemetry(2);
        assertThat(rows.getFirst())
                .containsEntry("iteration", 0)
                .containsEntry("loss", 2.3)
                .containsEntry("signs_changed", 0.25)
                .containsEntry("layers", List.of("a", "b"))
                .containsEntry("layer_cosine", List.of(0.9, 0.8))
                .containsEntry("traced", TRACED)
                .containsEntry("traced_values", Arrays.asList(0.5, null));
        assertThat(tables.rows("evaluation", trial))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("accuracy", 0.1).containsEntry("examples", 10_000));
    }

    @Test
    void a_loss_that_is_not_finite_is_null() {
        worker.publish(batch(1, List.of(row(0, null)), List.of()));

        assertThat(awaitTelemetry(1).getFirst()).containsEntry("loss", null);
    }

    @Test
    void a_measurement_becomes_a_row_and_what_is_not_finite_in_it_null() {
        worker.publish(batch(
                1,
                new Measurement(5, "hessian-eigenvalues", null, Arrays.asList(12.5, null, 3.0)),
                new Measurement(5, "effective-standard-deviation", "a", List.of(0.1))));

        var rows = await().until(() -> tables.rows("measurement", trial), found -> found.size() == 2);
        assertThat(rows.getLast())
                .containsEntry("iteration", 5)
                .containsEntry("name", "hessian-eigenvalues")
                .containsEntry("tensor", "*")
                .containsEntry("measured", Arrays.asList(12.5, null, 3.0));
        assertThat(rows.getFirst()).containsEntry("tensor", "a").containsEntry("measured", List.of(0.1));
    }

    @Test
    void a_newer_attempt_measures_anew_and_of_two_measurements_in_one_batch_the_later_counts() {
        worker.publish(batch(1, new Measurement(5, "fisher-trace", null, List.of(1.0))));
        worker.publish(batch(
                2,
                new Measurement(5, "fisher-trace", null, List.of(2.0)),
                new Measurement(5, "fisher-trace", null, List.of(3.0))));
        worker.publish(batch(1, new Measurement(5, "fisher-trace", null, List.of(4.0))));
        worker.publish(batch(2, new Measurement(6, "fisher-trace", null, List.of(5.0))));

        var rows = await().until(() -> tables.rows("measurement", trial), found -> found.size() == 2);
        assertThat(rows)
                .extracting(row -> row.get("iteration"), row -> row.get("measured"))
                .containsExactly(tuple(5, List.of(3.0)), tuple(6, List.of(5.0)));
    }

    @Test
    void a_row_without_the_weights_that_are_followed_is_buried() {
        var row = new Row(0, 1.0, 0.1, FIRST, List.of(FIRST, SECOND), List.of());
        worker.publish(batch(1, List.of(row), List.of()));

        await().untilAsserted(() -> assertThat(deadLetters.reasons(trial.value()))
                .singleElement()
                .asString()
                .contains("rows of iteration 0: traced: got 0 values", "2 weights"));
    }

    @Test
    void a_measurement_without_values_is_buried() {
        worker.publish(batch(1, new Measurement(5, "fisher-trace", null, List.of())));

        await().untilAsserted(() -> assertThat(deadLetters.reasons(trial.value()))
                .singleElement()
                .asString()
                .contains("measurement of iteration 5: fisher-trace: got no values"));
    }

    @Test
    void thousands_of_rows_go_in() {
        for (int from = 0; from < 5_000; from += 50) {
            var rows = new ArrayList<Row>();
            for (int iteration = from; iteration < from + 50; iteration++) {
                rows.add(row(iteration, 1.0));
            }
            worker.publish(batch(1, rows, List.of()));
        }

        awaitTelemetry(5_000);
    }

    @Test
    void the_same_batch_twice_changes_nothing() {
        worker.publish(batch(1, List.of(row(0, 2.3)), List.of()));
        var once = awaitTelemetry(1);

        worker.publish(batch(1, List.of(row(0, 2.3)), List.of()));
        worker.publish(batch(1, List.of(row(1, 2.2)), List.of()));

        assertThat(awaitTelemetry(2)).startsWith(once.getFirst());
    }

    @Test
    void an_attempt_that_was_replaced_is_refused_and_what_it_told_before_stays() {
        worker.publish(batch(1, List.of(row(0, 1.0), row(1, 1.0)), List.of()));
        worker.publish(batch(2, List.of(row(1, 2.0)), List.of()));
        worker.publish(batch(1, List.of(row(1, 3.0), row(2, 3.0)), List.of()));
        worker.publish(batch(2, List.of(row(3, 2.0)), List.of()));

        assertThat(awaitTelemetry(3))
                .extracting(row -> row.get("iteration"), row -> row.get("loss"))
                .containsExactly(tuple(0, 1.0), tuple(1, 2.0), tuple(3, 2.0));
    }

    @Test
    void what_is_said_again_in_the_name_of_an_attempt_that_had_said_more_changes_nothing() {
        sequence = 5;
        worker.publish(batch(1, List.of(row(0, 1.0)), List.of()));
        sequence = 5;
        worker.publish(batch(1, List.of(row(7, 1.0)), List.of(new Evaluation(7, 0.1, 2.31, 10_000))));
        worker.publish(batch(1, List.of(row(1, 1.0)), List.of()));

        assertThat(awaitTelemetry(2)).extracting(row -> row.get("iteration")).containsExactly(0, 1);
        assertThat(tables.rows("evaluation", trial)).isEmpty();
    }

    @Test
    void a_poison_record_is_buried_with_its_reason_and_its_neighbours_are_stored() {
        worker.publish(batch(1, List.of(row(0, 1.0)), List.of()));
        worker.publish(Topics.TRIAL_TELEMETRY, trial.value(), "{\"schema\": 99}".getBytes());
        worker.publish(batch(1, List.of(row(1, 1.0)), List.of()));

        awaitTelemetry(2);
        await().untilAsserted(() -> assertThat(deadLetters.reasons(trial.value()))
                .singleElement()
                .asString()
                .contains("schema: got 99; allowed: version 1"));
    }

    @Test
    void a_record_that_postgres_refuses_is_buried_and_its_neighbours_are_stored() {
        worker.publish(batch(1, List.of(row(0, 1.0)), List.of()));
        worker.publish(new TelemetryBatch(
                1, trial, 1, sequence++, List.of("a\u0000", "b"), TRACED, List.of(row(5, 1.0)), List.of(), List.of()));
        worker.publish(batch(1, List.of(row(1, 1.0)), List.of()));

        awaitTelemetry(2);
        await().untilAsserted(() -> assertThat(deadLetters.reasons(trial.value()))
                .singleElement()
                .asString()
                .startsWith("ERROR: invalid byte sequence"));
    }

    @Test
    void rows_wait_while_postgres_is_away_and_readiness_says_so() throws Exception {
        postgres.during(() -> {
            worker.publish(batch(1, List.of(row(0, 1.0)), List.of()));
            await().untilAsserted(() -> given().get("/q/health/ready")
                    .then()
                    .statusCode(503)
                    .body("checks.findAll { it.status == 'DOWN' }.name", contains("postgres")));
        });

        awaitTelemetry(1);
        assertThat(deadLetters.reasons(trial.value())).isEmpty();
    }

    private List<Map<String, Object>> awaitTelemetry(int rows) {
        return await().until(() -> tables.rows("telemetry", trial), found -> found.size() == rows);
    }

    private TelemetryBatch batch(int attempt, List<Row> rows, List<Evaluation> evaluations) {
        return new TelemetryBatch(
                1, trial, attempt, sequence++, List.of("a", "b"), TRACED, rows, evaluations, List.of());
    }

    private TelemetryBatch batch(int attempt, Measurement... measurements) {
        return new TelemetryBatch(
                1, trial, attempt, sequence++, List.of(), List.of(), List.of(), List.of(), List.of(measurements));
    }

    private static Row row(int iteration, Double loss) {
        return new Row(iteration, loss, 0.1, FIRST, List.of(FIRST, SECOND), Arrays.asList(0.5, null));
    }
}
