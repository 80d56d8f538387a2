package dev.earlyphase.weights.pruning;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;

import dev.earlyphase.weights.Generated;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Sequences;
import dev.earlyphase.weights.Shape;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

@Domain(Generated.class)
@Domain(DomainContext.Global.class)
class RandomMaskTest {

    private static final int MANY = 100_000;

    private final Tensors two = Tensors.of(
            new Tensor("a", Shape.of(MANY), new float[MANY]), new Tensor("b", Shape.of(MANY), new float[MANY]));

    @Property
    void a_random_mask_keeps_exactly_so_many_of_the_survivors(
            @ForAll Generated.Masked given, @ForAll @DoubleRange(min = 0, max = 1) double density, @ForAll long seed) {
        long survivors = HighestScores.survivorsAt(density, given.mask().survivors());

        Mask random = RandomMask.of(given.mask(), survivors, new Sequences(seed).apply("*"));

        assertThat(random.survivors()).isEqualTo(survivors);
        assertThat(given.mask().hammingDistance(random)).isEqualTo(given.mask().survivors() - survivors);
    }

    @Property
    void a_shuffled_mask_keeps_the_number_of_survivors_in_each_tensor(
            @ForAll Generated.Masked given, @ForAll long seed) {
        Mask shuffled = ShuffledMask.of(given.mask(), new Sequences(seed));

        assertThat(shuffled.names()).isEqualTo(given.mask().names());
        assertThat(shuffled.names())
                .allMatch(name -> shuffled.survivors(name).cardinality()
                        == given.mask().survivors(name).cardinality());
    }

    @Test
    void a_random_mask_favours_no_tensor() {
        Mask random = RandomMask.of(Mask.dense(two), MANY / 2, new Sequences(3).apply("*"));

        // Four standard deviations of the hypergeometric count are 550.
        assertThat(random.survivors("a").cardinality()).isCloseTo(MANY / 4, within(550));
    }

    @Test
    void a_shuffled_mask_favours_no_position() {
        Mask half = RandomMask.of(Mask.dense(two), MANY, new Sequences(3).apply("*"));

        Mask shuffled = ShuffledMask.of(half, new Sequences(5));

        // Independent masks of density one half differ in half of all positions.
        assertThat((double) shuffled.hammingDistance(half)).isCloseTo(MANY, within(0.01 * MANY));
    }

    @Test
    void more_survivors_than_there_are_cannot_be_kept() {
        assertThatThrownBy(() -> RandomMask.of(Mask.dense(two), 2 * MANY + 1, new Sequences(3).apply("*")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("200001 weights are to survive; allowed: 0 to the 200000 that survive now");
    }
}
