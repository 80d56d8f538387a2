package dev.earlyphase.analyzer;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import dev.earlyphase.analyzer.testing.EmbeddedServers;
import dev.earlyphase.analyzer.testing.Network;
import dev.earlyphase.analyzer.testing.Tables;
import dev.earlyphase.analyzer.testing.Trials;
import dev.earlyphase.analyzer.testing.Worker;
import dev.earlyphase.contracts.event.CheckpointWritten;
import dev.earlyphase.contracts.event.CheckpointWritten.Purpose;
import dev.earlyphase.contracts.object.ObjectKeys;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;
import dev.earlyphase.weights.safetensors.Safetensors;
import dev.earlyphase.weights.statistics.FilterCorrelation;
import dev.earlyphase.weights.statistics.GaussianFit;

import static dev.earlyphase.analyzer.testing.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@QuarkusTest
@QuarkusTestResource(EmbeddedServers.class)
class CheckpointIngestionTest {
    private static final Tensors INITIAL = Network.weights(1);
    private static final Tensors START = Network.weights(2);
    private static final Tensors END = Network.weights(3);
    private static final Mask MASK = Network.mask(START, 0.5);

    @Inject
    Worker worker;

    @Inject
    Tables tables;

    private final TrialId trial = Trials.fresh();

    @Test
    void a_checkpoint_gives_the_statistics_of_a_naive_computation() throws Exception {
        ObjectRef start = worker.store(ObjectKeys.checkpoint(trial, 1, 10), Network.checkpoint(START));
        ObjectRef initial = worker.store(ObjectKeys.checkpoint(trial, 1, 0), Network.checkpoint(INITIAL));
        ObjectRef mask = worker.store(ObjectKeys.mask(trial, 1), Safetensors.bytes(MASK, Map.of()));
        ObjectRef end = worker.store(ObjectKeys.checkpoint(trial, 1, 20), Network.checkpoint(MASK.apply(END)));

        worker.publish(event(1, 20, end, mask, start, initial));

        var rows = awaitStatistics();
        assertThat(rows)
                .extracting(row -> row.get("tensor"))
                .containsExactly("*", "first.bias", "first.weight", "second.bias", "second.weight");
        var naive = Naive.of(List.of("first.weight", "second.weight"), END, INITIAL, MASK);
        var pooled = rows.getFirst();
        assertThat(pooled.get("count")).isEqualTo(naive.count()).isEqualTo(MASK.survivors());
        assertThat((double) pooled.get("mean")).isCloseTo(naive.mean(), within(1e-12));
        assertThat((double) pooled.get("l2")).isCloseTo(naive.l2(), within(1e-9));
        assertThat((double) pooled.get("initial_signs_changed")).isCloseTo(naive.signsChanged(), within(1e-12));
        assertThat((double) pooled.get("initial_distance")).isCloseTo(naive.distance(), within(1e-9));
        assertThat((List<?>) pooled.get("quantiles")).hasSize(9);
        assertThat(((List<?>) pooled.get("histogram"))
                        .stream().mapToLong(of -> (Long) of).sum())
                .isEqualTo(naive.count());
    }

    @Test
    void a_layer_is_asked_whether_its_weights_are_independent() throws Exception {
        ObjectRef mask = worker.store(ObjectKeys.mask(trial, 1), Safetensors.bytes(MASK, Map.of()));
        ObjectRef start = worker.store(ObjectKeys.checkpoint(trial, 1, 0), Network.checkpoint(MASK.apply(START)));

        worker.publish(event(1, 0, start, mask, null, null));

        var rows = awaitStatistics();
        BitSet survivors = MASK.survivors("first.weight");
        Tensor weight = START.get("first.weight");
        var filters = FilterCorrelation.of(weight, survivors);
        assertThat(rows.get(2))
                .containsEntry("tensor", "first.weight")
                .containsEntry(
                        "ks_distance",
                        GaussianFit.of(weight.values(), survivors).distance())
                .containsEntry("filter_eigenvalue", filters.largestEigenvalue())
                .containsEntry("filter_edge", filters.edge());
        assertThat(filters.edge()).isEqualTo(Math.pow(1 + Math.sqrt(20 / 30.0), 2));
    }

    @Test
    void what_has_no_filters_or_no_spread_is_not_asked() throws Exception {
        var level = START.with(new Tensor("first.bias", START.get("first.bias").shape(), new float[20]));
        ObjectRef start = worker.store(ObjectKeys.checkpoint(trial, 1, 0), Network.checkpoint(level));

        worker.publish(event(1, 0, start, null, null, null));

        var rows = awaitStatistics();
        assertThat(rows.getFirst())
                .containsEntry("tensor", "*")
                .containsEntry("filter_eigenvalue", null)
                .containsEntry("filter_edge", null);
        assertThat((double) rows.getFirst().get("ks_distance")).isBetween(0.001, 0.1);
        assertThat(rows.get(1))
                .containsEntry("tensor", "first.bias")
                .containsEntry("ks_distance", null)
                .containsEntry("filter_eigenvalue", null);
    }

    @Test
    void a_bias_is_whole_and_not_prunable() throws Exception {
        ObjectRef start = worker.store(ObjectKeys.checkpoint(trial, 1, 0), Network.checkpoint(START));

        worker.publish(event(1, 0, start, null, null, null));

        var bias = awaitStatistics().get(1);
        assertThat(bias)
                .containsEntry("tensor", "first.bias")
                .containsEntry("prunable", false)
                .containsEntry("count", 20L);
    }

    @Test
    void the_first_checkpoint_of_a_trial_has_not_moved() throws Exception {
        ObjectRef start = worker.store(ObjectKeys.checkpoint(trial, 1, 0), Network.checkpoint(START));

        worker.publish(event(1, 0, start, null, null, null));

        var pooled = awaitStatistics().getFirst();
        assertThat(pooled)
                .containsEntry("start_distance", 0.0)
                .containsEntry("initial_signs_changed", 0.0)
                .containsEntry("count", 800L);
    }

    @Test
    void the_checkpoint_itself_is_on_record() throws Exception {
        ObjectRef start = worker.store(ObjectKeys.checkpoint(trial, 1, 0), Network.checkpoint(START));

        worker.publish(event(1, 0, start, null, null, null));

        awaitStatistics();
        assertThat(tables.rows("checkpoint", trial)).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("key", start.key())
                .containsEntry("sha256", start.sha256())
                .containsEntry("bytes", start.bytes())
                .containsEntry("purpose", "observed"));
    }

    @Test
    void the_same_event_twice_changes_nothing() throws Exception {
        ObjectRef start = worker.store(ObjectKeys.checkpoint(trial, 1, 0), Network.checkpoint(START));
        worker.publish(event(1, 0, start, null, null, null));
        var once = awaitStatistics();

        worker.publish(event(1, 0, start, null, null, null));

        awaitEverythingBefore();
        assertThat(tables.rows("tensor_statistics", trial)).isEqualTo(once);
    }

    @Test
    void an_attempt_that_was_replaced_is_refused() throws Exception {
        ObjectRef current = worker.store(ObjectKeys.checkpoint(trial, 2, 0), Network.checkpoint(START));
        ObjectRef stale = worker.store(ObjectKeys.checkpoint(trial, 1, 0), Network.checkpoint(END));
        worker.publish(event(2, 0, current, null, null, null));
        var before = awaitStatistics();

        worker.publish(event(1, 0, stale, null, null, null));

        awaitEverythingBefore();
        assertThat(tables.rows("tensor_statistics", trial)).isEqualTo(before);
    }

    @Test
    void a_newer_attempt_takes_the_place_of_an_older_one() throws Exception {
        ObjectRef first = worker.store(ObjectKeys.checkpoint(trial, 1, 0), Network.checkpoint(START));
        ObjectRef second = worker.store(ObjectKeys.checkpoint(trial, 2, 0), Network.checkpoint(END));
        worker.publish(event(1, 0, first, null, null, null));
        awaitStatistics();

        worker.publish(event(2, 0, second, null, null, null));

        await().untilAsserted(() -> assertThat(tables.rows("checkpoint", trial))
                .singleElement()
                .satisfies(
                        row -> assertThat(row).containsEntry("attempt", 2).containsEntry("sha256", second.sha256())));
        assertThat(tables.rows("tensor_statistics", trial)).hasSize(5).allSatisfy(row -> assertThat(row)
                .containsEntry("attempt", 2));
    }

    private List<Map<String, Object>> awaitStatistics() {
        return await().until(() -> tables.rows("tensor_statistics", trial), rows -> rows.size() == 5);
    }

    /** Records are taken in order: when a later one is through, so are all before. */
    private void awaitEverythingBefore() throws Exception {
        var later = Trials.fresh();
        ObjectRef weights = worker.store(ObjectKeys.checkpoint(later, 1, 0), Network.checkpoint(START));
        worker.publish(event(later, 1, 0, weights, null, null, null));
        await().until(() -> !tables.rows("checkpoint", later).isEmpty());
    }

    private CheckpointWritten event(
            int attempt, int iteration, ObjectRef weights, ObjectRef mask, ObjectRef start, ObjectRef initial) {
        return event(trial, attempt, iteration, weights, mask, start, initial);
    }

    private static CheckpointWritten event(
            TrialId trial,
            int attempt,
            int iteration,
            ObjectRef weights,
            ObjectRef mask,
            ObjectRef start,
            ObjectRef initial) {
        return new CheckpointWritten(
                1, trial, attempt, 0, Instant.EPOCH, iteration, Purpose.OBSERVED, weights, null, mask, start, initial);
    }

    /** The obvious loops. */
    private record Naive(long count, double mean, double l2, double signsChanged, double distance) {
        static Naive of(List<String> names, Tensors now, Tensors then, Mask mask) {
            long count = 0;
            double sum = 0;
            double squares = 0;
            long changed = 0;
            double differences = 0;
            for (String name : names) {
                Tensor tensor = now.get(name);
                for (int i = 0; i < tensor.values().length; i++) {
                    if (mask.survives(name, i)) {
                        double value = tensor.values()[i];
                        double earlier = then.get(name).values()[i];
                        count++;
                        sum += value;
                        squares += value * value;
                        changed += value > 0 != earlier > 0 ? 1 : 0;
                        differences += (value - earlier) * (value - earlier);
                    }
                }
            }
            return new Naive(count, sum / count, Math.sqrt(squares), (double) changed / count, Math.sqrt(differences));
        }
    }
}
