package dev.earlyphase.analyzer;

import java.time.Instant;
import java.util.Arrays;
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
import dev.earlyphase.contracts.event.MaskDerived;
import dev.earlyphase.contracts.object.ObjectKeys;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Shape;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;
import dev.earlyphase.weights.safetensors.Safetensors;

import static dev.earlyphase.analyzer.testing.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@QuarkusTest
@QuarkusTestResource(EmbeddedServers.class)
class MaskIngestionTest {
    private static final Tensors WEIGHTS = Network.weights(4);
    private static final Mask PARENT = Network.mask(WEIGHTS, 0.25);
    private static final Mask MASK = Network.mask(WEIGHTS, 0.5);
    private static final Mask UNRELATED = Network.mask(Network.weights(6), 0.5);

    @Inject
    Worker worker;

    @Inject
    Tables tables;

    private final TrialId trial = Trials.fresh();

    @Test
    void a_mask_gives_densities_and_distances_to_its_parent() throws Exception {
        ObjectRef parent = worker.store(ObjectKeys.mask(Trials.fresh(), 1), Safetensors.bytes(PARENT, Map.of()));
        ObjectRef mask = worker.store(ObjectKeys.mask(trial, 1), Safetensors.bytes(MASK, Map.of()));

        worker.publish(new MaskDerived(1, trial, 1, 0, Instant.EPOCH, mask, 0.499, parent));

        var rows = awaitStatistics();
        assertThat(rows).extracting(row -> row.get("tensor")).containsExactly("*", "first.weight", "second.weight");
        assertThat(rows.getFirst())
                .containsEntry("size", 800L)
                .containsEntry("survivors", MASK.survivors())
                .containsEntry("density", MASK.density())
                .containsEntry("threshold", 0.499)
                .containsEntry("collapsed", false)
                .containsEntry("hamming_to_parent", PARENT.survivors() - MASK.survivors())
                .containsEntry("jaccard_to_parent", 1 - (double) MASK.survivors() / PARENT.survivors());
        assertThat(rows.get(1))
                .containsEntry("density", MASK.density("first.weight"))
                .containsEntry("threshold", null);
    }

    @Test
    void a_mask_of_a_dense_parent_differs_by_what_it_prunes() throws Exception {
        ObjectRef mask = worker.store(ObjectKeys.mask(trial, 1), Safetensors.bytes(MASK, Map.of()));

        worker.publish(new MaskDerived(1, trial, 1, 0, Instant.EPOCH, mask, 0.499, null));

        assertThat(awaitStatistics().getFirst()).containsEntry("hamming_to_parent", MASK.size() - MASK.survivors());
    }

    @Test
    void a_mask_that_says_of_what_network_it_is_gives_the_multiplications_left() throws Exception {
        var mask = Mask.fromTensors(Tensors.of(
                hundredOnes("layers.0.weight", Shape.of(64, 1, 3, 3)), hundredOnes("fc.weight", Shape.of(10, 256))));
        ObjectRef stored = worker.store(
                ObjectKeys.mask(trial, 1), Safetensors.bytes(mask, Map.of("network", "conv-2", "dataset", "mnist")));

        worker.publish(new MaskDerived(1, trial, 1, 0, Instant.EPOCH, stored, 0.499, null));

        assertThat(awaitStatistics())
                .extracting(
                        row -> row.get("tensor"),
                        row -> row.get("multiplications"),
                        row -> row.get("multiplications_left"))
                .containsExactly(
                        tuple("*", 576L * 28 * 28 + 2560, 100L * 28 * 28 + 100),
                        tuple("fc.weight", 2560L, 100L),
                        tuple("layers.0.weight", 576L * 28 * 28, 100L * 28 * 28));
    }

    @Test
    void a_mask_that_does_not_say_of_what_data_its_network_is_has_no_multiplications() throws Exception {
        ObjectRef mask =
                worker.store(ObjectKeys.mask(trial, 1), Safetensors.bytes(MASK, Map.of("network", "lenet-300-100")));

        worker.publish(new MaskDerived(1, trial, 1, 0, Instant.EPOCH, mask, 0.499, null));

        assertThat(awaitStatistics()).allSatisfy(row -> assertThat(row)
                .containsEntry("multiplications", null)
                .containsEntry("multiplications_left", null));
    }

    @Test
    void any_two_masks_can_be_compared_in_a_query() throws Exception {
        TrialId other = Trials.fresh();
        ObjectRef first = worker.store(ObjectKeys.mask(trial, 1), Safetensors.bytes(MASK, Map.of()));
        ObjectRef second = worker.store(ObjectKeys.mask(other, 1), Safetensors.bytes(UNRELATED, Map.of()));

        worker.publish(new MaskDerived(1, other, 1, 0, Instant.EPOCH, second, 0.499, null));
        worker.publish(new MaskDerived(1, trial, 1, 0, Instant.EPOCH, first, 0.499, null));

        awaitStatistics();
        assertThat(tables.query(
                        "select length(a.bits) as size, bit_count(a.bits) as survivors,"
                                + " bit_count(a.bits # b.bits) as distance"
                                + " from results.mask_bits a, results.mask_bits b where a.trial = ? and b.trial = ?",
                        trial.value(),
                        other.value()))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("size", 800)
                        .containsEntry("survivors", MASK.survivors())
                        .containsEntry("distance", MASK.hammingDistance(UNRELATED)));
    }

    private static Tensor hundredOnes(String name, Shape shape) {
        var values = new float[shape.elements()];
        Arrays.fill(values, 0, 100, 1);
        return new Tensor(name, shape, values);
    }

    private List<Map<String, Object>> awaitStatistics() {
        return await().until(() -> tables.rows("mask_statistics", trial), rows -> rows.size() == 3);
    }
}
