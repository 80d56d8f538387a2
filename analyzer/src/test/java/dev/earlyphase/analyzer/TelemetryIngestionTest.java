package dev.earlyphase.analyzer;

import java.util.ArrayList;
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

    @Inject
    Worker worker;

    @Inject
    Tables tables;

    @Inject
    DeadLetterTopic deadLetters;

    @Inject
    PostgresOutage postgres;

    private final TrialId trial = Trials.fresh();

    @Test
    void a_batch_becomes_a_row_per_iteration_and_evaluation() {
        worker.publish(batch(1, List.of(row(0, 2.3), row(1, 2.2)), List.of(new Evaluation(0, 0.1, 2.31, 10_000))));

        var rows = awaitTelemetry(2);
        assertThat(rows.getFirst())
                .containsEntry("iteration", 0)
                .containsEntry("loss", 2.3)
                .containsEntry("signs_changed", 0.25)
                .containsEntry("layers", List.of("a", "b"))
                .containsEntry("layer_cosine", List.of(0.9, 0.8));
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
        worker.publish(new TelemetryBatch(1, trial, 1, 0, List.of("a\u0000", "b"), List.of(row(5, 1.0)), List.of()));
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
        return new TelemetryBatch(1, trial, attempt, 0, List.of("a", "b"), rows, evaluations);
    }

    private static Row row(int iteration, Double loss) {
        return new Row(iteration, loss, 0.1, FIRST, List.of(FIRST, SECOND));
    }
}
