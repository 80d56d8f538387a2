package dev.earlyphase.weights;

import java.util.BitSet;
import java.util.Map;
import java.util.NoSuchElementException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MaskTest {

    private final Tensors weights = Tensors.of(
            new Tensor("conv.weight", Shape.of(2, 2), new float[] {1, -2, 3, -4}),
            new Tensor("conv.bias", Shape.of(2), new float[] {5, 6}),
            new Tensor("fc.weight", Shape.of(2), new float[] {-7, 8}));

    private final Mask mask = mask(new float[] {1, 0, 0, 1}, new float[] {0, 0});

    private static Mask mask(float[] conv, float[] fc) {
        return Mask.fromTensors(
                Tensors.of(new Tensor("conv.weight", Shape.of(2, 2), conv), new Tensor("fc.weight", Shape.of(2), fc)));
    }

    @Test
    void a_dense_mask_keeps_everything_it_covers() {
        Mask dense = Mask.dense(Tensors.of(weights.get("conv.weight")));

        assertThat(dense.survivors()).isEqualTo(4);
        assertThat(dense.density()).isEqualTo(1);
        assertThat(dense.apply(weights)).isEqualTo(weights);
    }

    @Test
    void density_is_survivors_over_covered_weights() {
        assertThat(mask.size()).isEqualTo(6);
        assertThat(mask.density()).isEqualTo(2.0 / 6);
        assertThat(mask.density("conv.weight")).isEqualTo(0.5);
    }

    @Test
    void a_tensor_without_a_survivor_has_collapsed() {
        assertThat(mask.collapsed()).containsExactly("fc.weight");
    }

    @Test
    void applied_it_leaves_exact_positive_zeros_and_passes_what_it_does_not_cover() {
        Tensors applied = mask.apply(weights);

        assertThat(applied)
                .containsExactly(
                        new Tensor("conv.weight", Shape.of(2, 2), new float[] {1, 0f, 0f, -4}),
                        weights.get("conv.bias"),
                        new Tensor("fc.weight", Shape.of(2), new float[] {0f, 0f}));
    }

    @Test
    void applied_to_weights_of_another_shape_it_says_which() {
        Tensors other = weights.with(new Tensor("fc.weight", Shape.of(3), new float[3]));

        assertThatThrownBy(() -> mask.apply(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the mask of 'fc.weight' has shape 2, the weights 3");
    }

    @Test
    void applied_to_weights_that_lack_a_tensor_it_says_which() {
        Tensors other = Tensors.of(weights.get("conv.weight"));

        assertThatThrownBy(() -> mask.apply(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the mask covers 'fc.weight'; the weights have only [conv.weight]");
    }

    @Test
    void hamming_distance_counts_the_weights_on_which_two_masks_differ() {
        Mask other = mask(new float[] {1, 1, 0, 0}, new float[] {1, 0});

        assertThat(mask.hammingDistance(other)).isEqualTo(3);
        assertThat(mask.jaccardDistance(other)).isEqualTo(1 - 1.0 / 4);
    }

    @Test
    void masks_without_any_survivor_have_no_distance() {
        Mask none = mask(new float[4], new float[2]);

        assertThat(none.jaccardDistance(none)).isZero();
    }

    @Test
    void masks_of_other_tensors_are_not_compared() {
        Mask other = Mask.dense(Tensors.of(weights.get("conv.weight")));

        assertThatThrownBy(() -> mask.hammingDistance(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("only masks of the same tensors compare");
    }

    @Test
    void a_value_other_than_zero_and_one_is_no_mask() {
        assertThatThrownBy(() -> mask(new float[] {1, 0, 0.5f, 1}, new float[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mask of 'conv.weight' holds 0.5 at index 2; allowed: 0 and 1");
    }

    @Test
    void a_survivor_outside_the_shape_is_refused() {
        BitSet bits = new BitSet();
        bits.set(2);

        assertThatThrownBy(() -> Mask.of(Map.of("fc.weight", bits), Map.of("fc.weight", Shape.of(2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mask of 'fc.weight' keeps index 2; shape 2 has 2 elements");
    }

    @Test
    void survivors_without_a_shape_are_refused() {
        assertThatThrownBy(() -> Mask.of(Map.of("fc.weight", new BitSet()), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("survivors are given for [fc.weight], shapes for []");
    }

    @Test
    void changing_the_survivors_handed_out_changes_nothing() {
        mask.survivors("fc.weight").set(0);

        assertThat(mask.survives("fc.weight", 0)).isFalse();
    }

    @Test
    void asking_about_a_tensor_it_does_not_cover_names_those_it_does() {
        assertThat(mask.covers("conv.bias")).isFalse();
        assertThatThrownBy(() -> mask.density("conv.bias"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("the mask does not cover 'conv.bias', only [conv.weight, fc.weight]");
    }
}
