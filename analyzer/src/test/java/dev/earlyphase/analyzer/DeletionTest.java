package dev.earlyphase.analyzer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import dev.earlyphase.analyzer.testing.DeadLetterTopic;
import dev.earlyphase.analyzer.testing.EmbeddedServers;
import dev.earlyphase.analyzer.testing.Network;
import dev.earlyphase.analyzer.testing.PostgresOutage;
import dev.earlyphase.analyzer.testing.Tables;
import dev.earlyphase.analyzer.testing.Trials;
import dev.earlyphase.analyzer.testing.Worker;
import dev.earlyphase.contracts.event.AttemptEnded;
import dev.earlyphase.contracts.event.AttemptEnded.Completed;
import dev.earlyphase.contracts.event.CheckpointWritten;
import dev.earlyphase.contracts.event.CheckpointWritten.Purpose;
import dev.earlyphase.contracts.event.CheckpointsDropped;
import dev.earlyphase.contracts.event.MaskDerived;
import dev.earlyphase.contracts.event.ObjectsOutdated;
import dev.earlyphase.contracts.event.TelemetryBatch;
import dev.earlyphase.contracts.event.TelemetryBatch.Evaluation;
import dev.earlyphase.contracts.event.TelemetryBatch.Measurement;
import dev.earlyphase.contracts.event.TelemetryBatch.Row;
import dev.earlyphase.contracts.event.TelemetryBatch.Scalars;
import dev.earlyphase.contracts.event.TrialForgotten;
import dev.earlyphase.contracts.object.ObjectKeys;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialResult;
import dev.earlyphase.weights.Tensors;
import dev.earlyphase.weights.safetensors.Safetensors;

import static dev.earlyphase.analyzer.testing.Waiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(EmbeddedServers.class)
class DeletionTest {
    private static final AtomicLong SEQUENCE = new AtomicLong();
    private static final Tensors WEIGHTS = Network.weights(1);
    private static final Scalars SCALARS = new Scalars(0.1, 0.01, 1.0, 0.25, 2.0, 0.9);

    @Inject
    Worker worker;

    @Inject
    Tables tables;

    @Inject
    PostgresOutage postgres;

    @Inject
    DeadLetterTopic deadLetters;

    private final TrialId trial = Trials.fresh();
    private final TrialId other = Trials.fresh();

    @Test
    void a_forgotten_trial_leaves_no_row_and_no_object_and_another_keeps_all() throws Exception {
        trained(trial, 1);
        trained(trial, 2);
        trained(other, 2);
        int objects = worker.objectsOf(other).size();

        worker.publish(new TrialForgotten(1, trial, 2, 0, Instant.EPOCH));

        await().untilAsserted(() -> assertThat(worker.objectsOf(trial)).isEmpty());
        assertThat(resultsOf(trial)).isEmpty();
        assertThat(resultsOf(other)).containsExactlyInAnyOrderElementsOf(tablesOfResults());
        assertThat(worker.objectsOf(other)).hasSize(objects);
    }

    @Test
    void what_an_attempt_after_the_forgotten_ones_left_stays() throws Exception {
        trained(trial, 1);
        trained(trial, 2);

        worker.publish(new TrialForgotten(1, trial, 1, 0, Instant.EPOCH));

        await().untilAsserted(() -> assertThat(worker.objectsOf(trial))
                .allMatch(key -> key.startsWith(ObjectKeys.prefix(trial, 2)))
                .hasSize(5));
        assertThat(resultsOf(trial)).containsExactlyInAnyOrderElementsOf(tablesOfResults());
    }

    @Test
    void forgotten_twice_is_forgotten() throws Exception {
        trained(trial, 1);
        worker.publish(new TrialForgotten(1, trial, 1, 0, Instant.EPOCH));

        worker.publish(new TrialForgotten(1, trial, 1, 0, Instant.EPOCH));

        awaitEverythingBefore();
        assertThat(worker.objectsOf(trial)).isEmpty();
        assertThat(resultsOf(trial)).isEmpty();
    }

    @Test
    void the_deletion_waits_while_postgres_is_away() throws Exception {
        trained(trial, 1);

        postgres.during(() -> {
            worker.publish(new TrialForgotten(1, trial, 1, 0, Instant.EPOCH));
            await().untilAsserted(() -> given().get("/q/health/ready").then().statusCode(503));
        });

        await().untilAsserted(() -> assertThat(worker.objectsOf(trial)).isEmpty());
        assertThat(resultsOf(trial)).isEmpty();
    }

    @Test
    void telemetry_that_comes_after_its_attempt_was_forgotten_is_refused() throws Exception {
        trained(trial, 1);
        worker.publish(new TrialForgotten(1, trial, 1, 0, Instant.EPOCH));
        await().untilAsserted(() -> assertThat(worker.objectsOf(trial)).isEmpty());

        worker.publish(telemetry(trial, 1));
        worker.publish(telemetry(other, 1));

        await().until(() -> !tables.rows("telemetry", other).isEmpty());
        assertThat(resultsOf(trial)).isEmpty();
    }

    @Test
    void a_trial_that_is_asked_for_again_goes_on_with_its_next_attempt() throws Exception {
        trained(trial, 1);
        worker.publish(new TrialForgotten(1, trial, 1, 0, Instant.EPOCH));
        await().untilAsserted(() -> assertThat(worker.objectsOf(trial)).isEmpty());

        trained(trial, 2);

        assertThat(resultsOf(trial)).containsExactlyInAnyOrderElementsOf(tablesOfResults());
    }

    @Test
    void a_dropped_checkpoint_loses_its_objects_and_keeps_its_statistics() throws Exception {
        trained(trial, 1);
        trained(trial, 2);
        trained(other, 2);

        worker.publish(new CheckpointsDropped(1, trial, 2, 0, Instant.EPOCH, List.of(0, 7)));

        await().untilAsserted(() -> assertThat(worker.objectsOf(trial))
                .containsExactlyInAnyOrder(
                        ObjectKeys.mask(trial, 1),
                        ObjectKeys.checkpoint(trial, 1, 10),
                        ObjectKeys.momentum(trial, 1, 10),
                        ObjectKeys.mask(trial, 2),
                        ObjectKeys.checkpoint(trial, 2, 10),
                        ObjectKeys.momentum(trial, 2, 10)));
        assertThat(tables.rows("checkpoint", trial))
                .extracting(row -> row.get("iteration"))
                .containsExactly(10);
        assertThat(tables.rows("tensor_statistics", trial)).hasSize(10);
        assertThat(tables.rows("checkpoint", other)).hasSize(2);
        assertThat(worker.objectsOf(other)).contains(ObjectKeys.checkpoint(other, 2, 0));
    }

    @Test
    void what_earlier_attempts_left_goes_but_for_what_rows_name_and_their_logs() throws Exception {
        trained(trial, 1);
        trained(trial, 2);
        String log = worker.store(ObjectKeys.log(trial, 1), new byte[] {1}).key();
        List<String> kept = List.of(
                ObjectKeys.mask(trial, 2), ObjectKeys.checkpoint(trial, 1, 0), ObjectKeys.checkpoint(trial, 2, 10));

        worker.publish(new ObjectsOutdated(1, trial, 2, 0, Instant.EPOCH, kept));

        awaitEverythingBefore();
        assertThat(worker.objectsOf(trial)).contains(log).containsAll(kept).hasSize(kept.size() + 1);
        assertThat(tables.rows("tensor_statistics", trial)).hasSize(10);
    }

    @Test
    void a_checkpoint_to_resume_from_that_was_dropped_before_its_event_came_again_is_no_dead_letter() throws Exception {
        trained(trial, 1);
        var gone = new ObjectRef(ObjectKeys.checkpoint(trial, 1, 5), "0".repeat(64), 10);

        worker.publish(new CheckpointWritten(
                1, trial, 1, 0, Instant.EPOCH, 5, Purpose.RECOVERY, gone, null, null, null, null));

        awaitEverythingBefore();
        assertThat(deadLetters.reasons(trial.value())).isEmpty();
    }

    @Test
    void a_checkpoint_written_by_an_attempt_after_the_drop_stays() throws Exception {
        trained(trial, 1);
        trained(trial, 2);

        worker.publish(new CheckpointsDropped(1, trial, 1, 0, Instant.EPOCH, List.of(0)));

        awaitEverythingBefore();
        assertThat(worker.objectsOf(trial))
                .doesNotContain(ObjectKeys.checkpoint(trial, 1, 0), ObjectKeys.momentum(trial, 1, 0))
                .contains(ObjectKeys.checkpoint(trial, 2, 0), ObjectKeys.momentum(trial, 2, 0));
        assertThat(tables.rows("checkpoint", trial)).hasSize(2);
    }

    /** Leaves five objects and rows in every table. */
    private void trained(TrialId of, int attempt) throws Exception {
        ObjectRef mask =
                worker.store(ObjectKeys.mask(of, attempt), Safetensors.bytes(Network.mask(WEIGHTS, 0.5), Map.of()));
        worker.publish(new MaskDerived(1, of, attempt, 0, Instant.EPOCH, mask, 0.499, null));
        written(of, attempt, 0, mask);
        written(of, attempt, 10, mask);
        worker.publish(telemetry(of, attempt));
        var result = new TrialResult(10, 0.9, 0.1, 0.1, 1, 10, "ab", 800, 800);
        worker.publish(new AttemptEnded(1, of, attempt, 9, Instant.EPOCH, new Completed(result), null));
        await().until(() -> tablesOfResults().stream().allMatch(table -> tables.rows(table, of).stream()
                .anyMatch(row -> row.get("attempt").equals(attempt))));
        await().until(() -> tables.rows("mask_convergence", of).stream()
                        .filter(row -> row.get("attempt").equals(attempt))
                        .count()
                == 8);
    }

    private void written(TrialId of, int attempt, int iteration, ObjectRef mask) throws Exception {
        byte[] bytes = Network.checkpoint(WEIGHTS);
        ObjectRef weights = worker.store(ObjectKeys.checkpoint(of, attempt, iteration), bytes);
        ObjectRef momentum = worker.store(ObjectKeys.momentum(of, attempt, iteration), bytes);
        worker.publish(new CheckpointWritten(
                1, of, attempt, 0, Instant.EPOCH, iteration, Purpose.OBSERVED, weights, momentum, mask, null, null));
    }

    private static TelemetryBatch telemetry(TrialId of, int attempt) {
        return new TelemetryBatch(
                1,
                of,
                attempt,
                SEQUENCE.getAndIncrement(),
                List.of("a"),
                List.of(),
                List.of(new Row(0, 2.3, 0.1, SCALARS, List.of(SCALARS), List.of())),
                List.of(new Evaluation(0, 0.1, 2.3, 100)),
                List.of(new Measurement(0, "fisher-trace", null, List.of(1.0))));
    }

    /** The tables that hold rows of a trial. */
    private List<String> resultsOf(TrialId of) {
        return tablesOfResults().stream()
                .filter(table -> !tables.rows(table, of).isEmpty())
                .toList();
    }

    /** All but those that remember whose records are refused, and what an archive brought. */
    private List<String> tablesOfResults() {
        return tables.ofTrials().stream()
                .filter(table -> !List.of("attempt", "imported").contains(table))
                .toList();
    }

    /** Records are taken in order: when a later one is through, so are all before. */
    private void awaitEverythingBefore() throws Exception {
        var later = Trials.fresh();
        ObjectRef weights = worker.store(ObjectKeys.checkpoint(later, 1, 0), Network.checkpoint(WEIGHTS));
        worker.publish(new CheckpointWritten(
                1, later, 1, 0, Instant.EPOCH, 0, Purpose.OBSERVED, weights, null, null, null, null));
        await().until(() -> !tables.rows("checkpoint", later).isEmpty());
    }
}
