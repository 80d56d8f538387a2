package dev.earlyphase.weights.statistics;

import java.util.BitSet;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class ComparisonTest {

    @Test
    void a_state_compared_with_itself_has_not_moved() {
        float[] state = {1, -2, 3};

        Comparison comparison = Comparison.of(state, state, null);

        assertThat(comparison).isEqualTo(new Comparison(3, 0, 0, 1));
    }

    @Test
    void a_state_compared_with_its_opposite_points_the_other_way() {
        Comparison comparison = Comparison.of(new float[] {3, -4}, new float[] {-3, 4}, null);

        assertThat(comparison).isEqualTo(new Comparison(2, 1, 10, -1));
    }

    @Test
    void distance_and_cosine_are_those_of_vectors() {
        Comparison comparison = Comparison.of(new float[] {1, 0, 0}, new float[] {1, 1, 0}, null);

        assertThat(comparison.l2Distance()).isEqualTo(1);
        assertThat(comparison.cosineSimilarity()).isCloseTo(Math.sqrt(0.5), within(1e-12));
    }

    @Test
    void zero_is_a_sign_of_its_own_but_its_two_forms_are_one() {
        Comparison comparison = Comparison.of(new float[] {0, -0f, 1, 1}, new float[] {1, 0, 0, 2}, null);

        assertThat(comparison.signChangedShare()).isEqualTo(0.5);
    }

    @Test
    void only_survivors_are_compared() {
        BitSet survivors = new BitSet();
        survivors.set(1);

        Comparison comparison = Comparison.of(new float[] {9, 2}, new float[] {-9, 1}, survivors);

        assertThat(comparison).isEqualTo(new Comparison(1, 0, 1, 1));
    }

    @Test
    void a_pair_with_a_value_that_is_not_finite_is_left_out() {
        Comparison comparison =
                Comparison.of(new float[] {Float.NaN, 1, 2}, new float[] {1, Float.POSITIVE_INFINITY, 2}, null);

        assertThat(comparison).isEqualTo(new Comparison(1, 0, 0, 1));
    }

    @Test
    void without_survivors_all_is_zero() {
        Comparison comparison = Comparison.of(new float[] {1}, new float[] {2}, new BitSet());

        assertThat(comparison).isEqualTo(new Comparison(0, 0, 0, 0));
    }

    @Test
    void states_of_unequal_length_are_not_compared() {
        assertThatThrownBy(() -> Comparison.of(new float[2], new float[3], null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("compared are 2 values with 3; allowed: as many");
    }
}
