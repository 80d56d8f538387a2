package dev.earlyphase.analyzer.mask;

import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Shape;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MaskStatisticsTest {
    private static final Mask PARENT = mask(new float[] {1, 1, 1, 0}, new float[] {1, 1});
    private static final Mask CHILD = mask(new float[] {1, 0, 1, 0}, new float[] {0, 0});

    @Test
    void each_layer_and_the_whole_have_a_density() {
        var statistics = MaskStatistics.of(CHILD, PARENT, null);

        assertThat(statistics).extracting(MaskStatistics::tensor).containsExactly("a.weight", "b.weight", "*");
        assertThat(statistics).extracting(MaskStatistics::density).containsExactly(0.5, 0.0, 2 / 6.0);
        assertThat(statistics).extracting(MaskStatistics::survivors).containsExactly(2L, 0L, 2L);
    }

    @Test
    void a_layer_without_survivors_has_collapsed() {
        var statistics = MaskStatistics.of(CHILD, PARENT, null);

        assertThat(statistics).extracting(MaskStatistics::collapsed).containsExactly(false, true, false);
    }

    @Test
    void the_distances_to_the_parent_count_the_pruned() {
        var statistics = MaskStatistics.of(CHILD, PARENT, null);

        assertThat(statistics).extracting(MaskStatistics::hammingToParent).containsExactly(1L, 2L, 3L);
        assertThat(statistics)
                .extracting(MaskStatistics::jaccardToParent)
                .containsExactly(1 - 2 / 3.0, 1.0, 1 - 2 / 5.0);
    }

    @Test
    void multiplications_are_those_of_all_weights_and_of_the_survivors() {
        var statistics = MaskStatistics.of(CHILD, PARENT, new ForwardPass(Map.of("a.weight", 9L, "b.weight", 1L)));

        assertThat(statistics)
                .extracting(MaskStatistics::multiplications)
                .containsExactly(new Multiplications(36, 18), new Multiplications(2, 0), new Multiplications(38, 18));
    }

    @Test
    void a_tensor_that_the_network_does_not_have_is_refused() {
        assertThatThrownBy(() -> MaskStatistics.of(CHILD, PARENT, new ForwardPass(Map.of("a.weight", 9L))))
                .hasMessageContainingAll("b.weight", "one of [a.weight]");
    }

    @Test
    void a_parent_of_another_network_is_refused() {
        var other = Mask.dense(Tensors.of(new Tensor("c.weight", Shape.of(1), new float[1])));

        assertThatThrownBy(() -> MaskStatistics.of(CHILD, other, null)).hasMessageContaining("a.weight");
    }

    private static Mask mask(float[] first, float[] second) {
        return Mask.fromTensors(
                Tensors.of(new Tensor("a.weight", Shape.of(2, 2), first), new Tensor("b.weight", Shape.of(2), second)));
    }
}
