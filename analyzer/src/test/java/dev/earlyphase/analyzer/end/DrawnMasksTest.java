package dev.earlyphase.analyzer.end;

import org.junit.jupiter.api.Test;

import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Shape;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

import static org.assertj.core.api.Assertions.assertThat;

class DrawnMasksTest {
    private static final Tensors RISING = weights(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    private static final Tensors FALLING = weights(-10, -9, -8, -7, -6, -5, -4, -3, -2, -1);
    private static final Mask DENSE = Mask.dense(RISING);

    @Test
    void each_density_leaves_its_exact_part_of_the_survivors() {
        var masks = DrawnMasks.from(RISING, DENSE).byDensity();

        assertThat(masks.values()).extracting(Mask::survivors).containsExactly(8L, 5L, 2L, 1L);
        assertThat(masks.get(0.2).survivors("a.weight").stream()).containsExactly(8, 9);
    }

    @Test
    void densities_are_of_the_survivors_and_distances_of_all_prunable_weights() {
        var survivors = DrawnMasks.from(RISING, DENSE).byDensity().get(0.5);

        var rising = DrawnMasks.from(RISING, survivors);
        var falling = DrawnMasks.from(FALLING, survivors);

        assertThat(rising.byDensity().get(0.8).survivors()).isEqualTo(4);
        assertThat(rising.distance(0.2, falling)).isEqualTo(2 / 10.0);
    }

    @Test
    void weights_of_opposite_order_give_masks_far_apart() {
        var distances = DrawnMasks.DENSITIES.stream()
                .map(density -> DrawnMasks.from(RISING, DENSE).distance(density, DrawnMasks.from(FALLING, DENSE)));

        assertThat(distances).containsExactly(0.4, 1.0, 0.4, 0.2);
    }

    @Test
    void masks_of_the_same_weights_are_the_same() {
        var distances = DrawnMasks.DENSITIES.stream()
                .map(density -> DrawnMasks.from(RISING, DENSE).distance(density, DrawnMasks.from(RISING, DENSE)));

        assertThat(distances).containsOnly(0.0);
    }

    private static Tensors weights(float... values) {
        return Tensors.of(new Tensor("a.weight", Shape.of(values.length), values));
    }
}
