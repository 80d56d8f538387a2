package dev.earlyphase.analyzer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
import dev.earlyphase.contracts.event.AttemptEnded.Diverged;
import dev.earlyphase.contracts.event.AttemptEnded.Outcome;
import dev.earlyphase.contracts.event.CheckpointWritten;
import dev.earlyphase.contracts.event.CheckpointWritten.Purpose;
import dev.earlyphase.contracts.object.ObjectKeys;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialResult;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensors;
import dev.earlyphase.weights.pruning.GlobalMagnitude;
import dev.earlyphase.weights.safetensors.Safetensors;
import dev.earlyphase.weights.statistics.Comparison;

import static dev.earlyphase.analyzer.testing.Waiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@QuarkusTest
@QuarkusTestResource(EmbeddedServers.class)
class EndOfTrainingTest {
    private static final Tensors BEGIN = Network.weights(1);
    private static final Tensors MIDDLE = Network.weights(2);
    private static final Tensors END = Network.weights(3);
    private static final Mask MASK = Network.mask(BEGIN, 0.5);
    private static final int LAST = 20;

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
    void every_snapshot_of_whatever_attempt_is_compared_with_the_end() throws Exception {
        ObjectRef mask = worker.store(ObjectKeys.mask(trial, 1), Safetensors.bytes(MASK, Map.of()));
        written(1, 0, BEGIN, Purpose.OBSERVED, mask);
        written(1, 10, MIDDLE, Purpose.OBSERVED, mask);
        written(2, 15, MIDDLE, Purpose.RECOVERY, mask);
        written(2, LAST, END, Purpose.OBSERVED, mask);

        ended(2, completed());

        var rows = awaitComparisons(3);
        assertThat(rows)
                .extracting(row -> row.get("iteration") + " " + row.get("tensor"))
                .containsExactly(
                        "0 *",
                        "0 first.weight",
                        "0 second.weight",
                        "10 *",
                        "10 first.weight",
                        "10 second.weight",
                        "20 *",
                        "20 first.weight",
                        "20 second.weight");
        assertThat(rows).allSatisfy(row -> assertThat(row).containsEntry("attempt", 2));
        assertThat(rows.get(3)).satisfies(row -> {
            var expected = Comparison.pooled(MIDDLE, END, MASK);
            assertThat((double) row.get("distance")).isCloseTo(expected.l2Distance(), within(1e-9));
            assertThat((double) row.get("cosine")).isCloseTo(expected.cosineSimilarity(), within(1e-12));
            assertThat(row).containsEntry("signs_changed", expected.signChangedShare());
        });
        assertThat((double) rows.get(1).get("distance"))
                .isCloseTo(
                        Comparison.of(
                                        BEGIN.get("first.weight").values(),
                                        END.get("first.weight").values(),
                                        MASK.survivors("first.weight"))
                                .l2Distance(),
                        within(1e-9));
    }

    @Test
    void the_end_is_at_no_distance_from_itself() throws Exception {
        written(1, 0, BEGIN, Purpose.OBSERVED, null);
        written(1, LAST, END, Purpose.OBSERVED, null);

        ended(1, completed());

        assertThat(awaitComparisons(2).subList(3, 6)).allSatisfy(row -> {
            assertThat(row).containsEntry("distance", 0.0).containsEntry("signs_changed", 0.0);
            assertThat((double) row.get("cosine")).isCloseTo(1, within(1e-12));
        });
    }

    @Test
    void masks_drawn_from_snapshots_are_compared_with_the_one_before_and_that_of_the_end() throws Exception {
        ObjectRef mask = worker.store(ObjectKeys.mask(trial, 1), Safetensors.bytes(MASK, Map.of()));
        written(1, 0, BEGIN, Purpose.OBSERVED, mask);
        written(1, 10, MIDDLE, Purpose.OBSERVED, mask);
        written(1, LAST, END, Purpose.OBSERVED, mask);

        ended(1, completed());

        var rows = awaitConvergence(3);
        assertThat(rows.subList(0, 4)).extracting(row -> row.get("density")).containsExactly(0.1, 0.2, 0.5, 0.8);
        assertThat(rows.subList(0, 4)).allSatisfy(row -> assertThat(row).containsEntry("to_previous", null));
        assertThat(rows.get(6))
                .containsEntry("iteration", 10)
                .containsEntry("density", 0.5)
                .containsEntry("to_previous", halvesDiffer(MIDDLE, BEGIN))
                .containsEntry("to_end", halvesDiffer(MIDDLE, END));
        assertThat(rows.get(10))
                .containsEntry("iteration", LAST)
                .containsEntry("to_previous", halvesDiffer(END, MIDDLE))
                .containsEntry("to_end", 0.0);
    }

    @Test
    void ended_twice_changes_nothing() throws Exception {
        written(1, 0, BEGIN, Purpose.OBSERVED, null);
        written(1, LAST, END, Purpose.OBSERVED, null);
        ended(1, completed());
        var comparisons = awaitComparisons(2);
        var convergence = awaitConvergence(2);

        ended(1, completed());

        awaitEverythingBefore();
        assertThat(tables.rows("end_comparison", trial)).isEqualTo(comparisons);
        assertThat(tables.rows("mask_convergence", trial)).isEqualTo(convergence);
    }

    @Test
    void a_later_attempt_that_sees_more_compares_all_anew() throws Exception {
        written(1, 0, BEGIN, Purpose.OBSERVED, null);
        written(1, LAST, END, Purpose.OBSERVED, null);
        ended(1, completed());
        awaitComparisons(2);

        written(2, 10, MIDDLE, Purpose.OBSERVED, null);
        written(2, LAST, END, Purpose.OBSERVED, null);
        ended(2, completed());

        assertThat(awaitComparisons(3)).allSatisfy(row -> assertThat(row).containsEntry("attempt", 2));
    }

    @Test
    void a_trial_that_diverged_has_no_end_to_compare_with() throws Exception {
        written(1, 0, BEGIN, Purpose.OBSERVED, null);

        ended(1, new Diverged(7, "the loss is NaN"));

        awaitEverythingBefore();
        assertThat(tables.rows("end_comparison", trial)).isEmpty();
    }

    @Test
    void an_end_that_is_not_on_record_is_passed_over() throws Exception {
        written(1, 0, BEGIN, Purpose.OBSERVED, null);

        ended(1, completed());

        awaitEverythingBefore();
        assertThat(tables.rows("end_comparison", trial)).isEmpty();
    }

    @Test
    void a_snapshot_that_is_not_the_one_on_record_is_told_by_its_checksum() throws Exception {
        written(1, 0, BEGIN, Purpose.OBSERVED, null);
        written(1, 10, MIDDLE, Purpose.OBSERVED, null);
        written(1, LAST, END, Purpose.OBSERVED, null);
        await().until(() -> tables.rows("checkpoint", trial).size() == 3);
        worker.store(ObjectKeys.checkpoint(trial, 1, 10), Network.checkpoint(END));

        ended(1, completed());

        await().untilAsserted(() -> assertThat(deadLetters.reasons(trial.value()))
                .singleElement()
                .asString()
                .contains("SHA-256 of " + ObjectKeys.checkpoint(trial, 1, 10)));
    }

    @Test
    void the_comparison_waits_while_postgres_is_away() throws Exception {
        written(1, 0, BEGIN, Purpose.OBSERVED, null);
        written(1, LAST, END, Purpose.OBSERVED, null);
        await().until(() -> tables.rows("checkpoint", trial).size() == 2);

        postgres.during(() -> {
            ended(1, completed());
            awaitNotReady();
        });

        awaitComparisons(2);
        assertThat(deadLetters.reasons(trial.value())).isEmpty();
    }

    private static void awaitNotReady() {
        await().untilAsserted(() -> given().get("/q/health/ready").then().statusCode(503));
    }

    private static double halvesDiffer(Tensors some, Tensors others) {
        var half = new GlobalMagnitude(0.5);
        return half.prune(some, MASK)
                        .mask()
                        .hammingDistance(half.prune(others, MASK).mask())
                / 800.0;
    }

    private List<Map<String, Object>> awaitComparisons(int snapshots) {
        return await().until(
                        () -> tables.query(
                                "select * from results.end_comparison where trial = ? order by iteration, tensor",
                                trial.value()),
                        rows -> rows.size() == 3 * snapshots
                                && Stream.of(rows.getFirst(), rows.getLast())
                                                .map(row -> row.get("attempt"))
                                                .distinct()
                                                .count()
                                        == 1);
    }

    private List<Map<String, Object>> awaitConvergence(int snapshots) {
        return await().until(() -> tables.rows("mask_convergence", trial), rows -> rows.size() == 4 * snapshots);
    }

    private void written(int attempt, int iteration, Tensors weights, Purpose purpose, ObjectRef mask)
            throws Exception {
        written(trial, attempt, iteration, weights, purpose, mask);
    }

    private void written(TrialId of, int attempt, int iteration, Tensors weights, Purpose purpose, ObjectRef mask)
            throws Exception {
        ObjectRef stored = worker.store(ObjectKeys.checkpoint(of, attempt, iteration), Network.checkpoint(weights));
        worker.publish(new CheckpointWritten(
                1, of, attempt, 0, Instant.EPOCH, iteration, purpose, stored, null, mask, null, null));
    }

    private void ended(int attempt, Outcome outcome) {
        worker.publish(new AttemptEnded(1, trial, attempt, 9, Instant.EPOCH, outcome, null));
    }

    private static Outcome completed() {
        return new Completed(new TrialResult(LAST, 0.9, 0.1, 0.1, 1, LAST, "ab", 800, 800));
    }

    /** Records are taken in order: when a later one is through, so are all before. */
    private void awaitEverythingBefore() throws Exception {
        var later = Trials.fresh();
        written(later, 1, 0, BEGIN, Purpose.OBSERVED, null);
        await().until(() -> !tables.rows("checkpoint", later).isEmpty());
    }
}
