package dev.earlyphase.analyzer.checkpoint;

import java.util.BitSet;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Shape;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class CheckpointStatisticsTest {
    private static final Tensors START = tensors(new float[] {1, 1, 1, 1}, new float[] {2, 2}, new float[] {0});
    private static final Tensors NOW = tensors(new float[] {3, -1, 0, 1}, new float[] {-2, 0}, new float[] {-5});
    private static final Mask MASK = Mask.of(
            Map.of("a.weight", bits(0, 1, 3), "b.weight", bits(0)),
            Map.of("a.weight", Shape.of(2, 2), "b.weight", Shape.of(2)));

    @Test
    void every_tensor_has_statistics_and_the_prunable_ones_are_pooled_last() {
        var statistics = CheckpointStatistics.of(NOW, MASK, START, START);

        assertThat(statistics)
                .extracting(TensorStatistics::tensor)
                .containsExactly("a.weight", "a.bias", "b.weight", "*");
        assertThat(statistics).extracting(TensorStatistics::prunable).containsExactly(true, false, true, true);
    }

    @Test
    void only_survivors_count() {
        var weight = statistics("a.weight").distribution();

        assertThat(weight.count()).isEqualTo(3);
        assertThat(weight.mean()).isCloseTo((3 - 1 + 1) / 3.0, within(1e-12));
        assertThat(weight.l1()).isEqualTo(5);
        assertThat(weight.zeros()).isZero();
    }

    @Test
    void a_tensor_that_the_mask_leaves_alone_is_whole_and_not_pooled() {
        var bias = statistics("a.bias").distribution();
        var pooled = statistics("*").distribution();

        assertThat(bias.count()).isEqualTo(1);
        assertThat(pooled.count()).isEqualTo(4);
        assertThat(pooled.minimum()).isEqualTo(-2);
        assertThat(pooled.l1()).isEqualTo(3 + 1 + 1 + 2);
    }

    @Test
    void survivors_are_compared_with_the_start() {
        var pooled = statistics("*").start();

        assertThat(pooled.signChangedShare()).isEqualTo(2 / 4.0);
        assertThat(pooled.l2Distance()).isCloseTo(Math.sqrt(4 + 4 + 0 + 16), within(1e-12));
        assertThat(pooled.cosineSimilarity())
                .isCloseTo((3 - 1 + 1 - 4) / (Math.sqrt(9 + 1 + 1 + 4) * Math.sqrt(1 + 1 + 1 + 4)), within(1e-12));
    }

    @Test
    void the_start_and_the_initialisation_are_different_references() {
        var pooled = CheckpointStatistics.of(NOW, MASK, START, NOW).getLast();

        assertThat(pooled.start().l2Distance()).isPositive();
        assertThat(pooled.initial().l2Distance()).isZero();
    }

    @Test
    void a_start_without_one_of_the_tensors_is_refused_by_its_name() {
        var incomplete = Tensors.of(START.get("a.weight"), START.get("b.weight"));

        assertThatThrownBy(() -> CheckpointStatistics.of(NOW, MASK, incomplete, START))
                .hasMessageContaining("a.bias");
    }

    private static TensorStatistics statistics(String tensor) {
        return CheckpointStatistics.of(NOW, MASK, START, START).stream()
                .filter(of -> of.tensor().equals(tensor))
                .findFirst()
                .orElseThrow();
    }

    private static Tensors tensors(float[] weight, float[] other, float[] bias) {
        return Tensors.of(List.of(
                new Tensor("a.weight", Shape.of(2, 2), weight),
                new Tensor("a.bias", Shape.of(1), bias),
                new Tensor("b.weight", Shape.of(2), other)));
    }

    private static BitSet bits(int... indices) {
        var bits = new BitSet();
        for (int index : indices) {
            bits.set(index);
        }
        return bits;
    }
}
