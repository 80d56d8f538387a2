package dev.earlyphase.weights.pruning;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Shape;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PruningTest {

    private static final PruningRule FIFTH = new GlobalMagnitude(0.2);

    private final Tensors weights = Tensors.of(
            new Tensor("small", Shape.of(5), new float[] {0.1f, -0.2f, 0.3f, -0.4f, 0.5f}),
            new Tensor("large", Shape.of(5), new float[] {-10, 20, -30, 40, -50}));

    @Test
    void a_round_removes_the_lowest_magnitudes_of_all_tensors_together() {
        Pruned pruned = new GlobalMagnitude(0.3).prune(weights, Mask.dense(weights));

        assertThat(pruned.mask()).isEqualTo(mask(new float[] {0, 0, 0, 1, 1}, new float[] {1, 1, 1, 1, 1}));
        assertThat(pruned.removed()).isEqualTo(3);
        assertThat(pruned.threshold()).isEqualTo(0.3f);
    }

    @Test
    void layer_by_layer_every_tensor_loses_the_same_part() {
        Pruned pruned = new LayerMagnitude(0.4).prune(weights, Mask.dense(weights));

        assertThat(pruned.mask()).isEqualTo(mask(new float[] {0, 0, 1, 1, 1}, new float[] {0, 0, 1, 1, 1}));
        assertThat(pruned.removed()).isEqualTo(4);
        assertThat(pruned.threshold()).isEqualTo(20);
    }

    @Test
    void weights_pruned_before_are_not_counted_again() {
        Mask before = mask(new float[] {0, 0, 0, 1, 1}, new float[] {1, 1, 1, 1, 1});

        Pruned pruned = FIFTH.prune(weights, before);

        assertThat(pruned.mask()).isEqualTo(mask(new float[] {0, 0, 0, 0, 1}, new float[] {1, 1, 1, 1, 1}));
    }

    @Test
    void among_equal_magnitudes_the_earlier_goes_first_whatever_its_sign() {
        Tensors equal = Tensors.of(
                new Tensor("small", Shape.of(5), new float[] {9, 9, -1, 9, 1}),
                new Tensor("large", Shape.of(5), new float[] {-1, 1, 9, 9, -1}));

        Pruned pruned = new GlobalMagnitude(0.3).prune(equal, Mask.dense(equal));

        assertThat(pruned.mask()).isEqualTo(mask(new float[] {1, 1, 0, 1, 0}, new float[] {0, 1, 1, 1, 1}));
        assertThat(pruned.threshold()).isEqualTo(1);
    }

    @Test
    void the_order_of_ties_is_that_of_the_mask_and_not_of_the_weights() {
        Tensor first = new Tensor("first", Shape.of(2), new float[] {1, 1});
        Tensor second = new Tensor("second", Shape.of(2), new float[] {1, 1});

        Pruned pruned =
                new GlobalMagnitude(0.25).prune(Tensors.of(second, first), Mask.dense(Tensors.of(first, second)));

        assertThat(pruned.mask().survives("first", 0)).isFalse();
    }

    @Test
    void zeros_of_either_sign_are_equal_and_go_before_the_smallest_number() {
        Tensors tiny = Tensors.of(new Tensor("tiny", Shape.of(4), new float[] {-0f, Float.MIN_VALUE, 0f, 1}));

        Pruned pruned = new GlobalMagnitude(0.5).prune(tiny, Mask.dense(tiny));

        assertThat(pruned.mask().survivors("tiny").stream()).containsExactly(1, 3);
        assertThat(pruned.threshold()).isZero();
    }

    @Test
    void infinite_weights_go_last() {
        Tensors diverged =
                Tensors.of(new Tensor("w", Shape.of(2), new float[] {Float.NEGATIVE_INFINITY, Float.MAX_VALUE}));

        Pruned pruned = new GlobalMagnitude(0.5).prune(diverged, Mask.dense(diverged));

        assertThat(pruned.mask().survives("w", 0)).isTrue();
    }

    @Test
    void too_few_survivors_for_one_to_go_leave_the_mask_as_it_is() {
        Tensors two = Tensors.of(new Tensor("w", Shape.of(2), new float[] {1, 2}));

        Pruned pruned = FIFTH.prune(two, Mask.dense(two));

        assertThat(pruned).isEqualTo(new Pruned(Mask.dense(two), 0, 0));
    }

    @Test
    void tensors_that_the_mask_does_not_cover_are_left_alone() {
        Tensors withBias = weights.with(new Tensor("bias", Shape.of(1), new float[] {Float.NaN}));

        Pruned pruned = FIFTH.prune(withBias, Mask.dense(weights));

        assertThat(pruned.removed()).isEqualTo(2);
        assertThat(pruned.mask().names()).containsExactly("small", "large");
    }

    @Test
    void a_survivor_that_is_not_a_number_is_refused_by_name_and_index() {
        Tensors broken = weights.with(new Tensor("large", Shape.of(5), new float[] {1, 2, Float.NaN, 4, 5}));

        assertThatThrownBy(() -> FIFTH.prune(broken, Mask.dense(weights)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("weight 2 of 'large' is NaN and has no magnitude to prune by");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.2, Double.NaN})
    void a_fraction_must_lie_between_zero_and_one(double fraction) {
        assertThatThrownBy(() -> new GlobalMagnitude(fraction))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("fraction is " + fraction + "; allowed: above 0 and below 1");
        assertThatThrownBy(() -> new LayerMagnitude(fraction)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void removals_are_rounded_half_up_in_decimal() {
        assertThat(PruningRule.removals(0.2, 270_896)).isEqualTo(54_179);
        assertThat(PruningRule.removals(0.1, 5)).isEqualTo(1);
        // In binary 0.35 x 90 falls just below 31.5.
        assertThat(PruningRule.removals(0.35, 90)).isEqualTo(32);
    }

    @Test
    void eight_rounds_of_resnet20_leave_these_counts() {
        List<Long> survivors = survivors(resnet20(), 8);

        assertThat(survivors)
                .containsExactly(270896L, 216717L, 173374L, 138699L, 110959L, 88767L, 71014L, 56811L, 45449L);
    }

    @Test
    void eight_rounds_of_lenet_without_its_output_layer_leave_these_counts() {
        Tensors lenet = Tensors.of(random("fc_layers.0.weight", 300, 784), random("fc_layers.1.weight", 100, 300));

        List<Long> survivors = survivors(lenet, 8);

        assertThat(survivors)
                .containsExactly(265200L, 212160L, 169728L, 135782L, 108626L, 86901L, 69521L, 55617L, 44494L);
    }

    private static List<Long> survivors(Tensors weights, int rounds) {
        var survivors = new ArrayList<Long>();
        Mask mask = Mask.dense(weights);
        survivors.add(mask.survivors());
        for (int round = 0; round < rounds; round++) {
            mask = FIFTH.prune(weights, mask).mask();
            survivors.add(mask.survivors());
        }
        return survivors;
    }

    /** The 22 prunable tensors: stem, three stages of three blocks, two shortcuts, the linear layer. */
    private static Tensors resnet20() {
        var tensors = new ArrayList<Tensor>();
        tensors.add(random("conv.weight", 16, 3, 3, 3));
        int inputs = 16;
        for (int block = 0; block < 9; block++) {
            int channels = 16 << block / 3;
            tensors.add(random("blocks." + block + ".conv1.weight", channels, inputs, 3, 3));
            tensors.add(random("blocks." + block + ".conv2.weight", channels, channels, 3, 3));
            if (inputs != channels) {
                tensors.add(random("blocks." + block + ".shortcut.0.weight", channels, inputs, 1, 1));
            }
            inputs = channels;
        }
        tensors.add(random("fc.weight", 10, 64));
        return Tensors.of(tensors);
    }

    private static Tensor random(String name, int... sizes) {
        var random = new Random(name.hashCode());
        Shape shape = Shape.of(sizes);
        var values = new float[shape.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return new Tensor(name, shape, values);
    }

    private static Mask mask(float[] small, float[] large) {
        return Mask.fromTensors(
                Tensors.of(new Tensor("small", Shape.of(5), small), new Tensor("large", Shape.of(5), large)));
    }
}
