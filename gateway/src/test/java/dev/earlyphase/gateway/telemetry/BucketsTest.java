package dev.earlyphase.gateway.telemetry;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.error.DomainException.Invalid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BucketsTest {
    @Test
    void pieces_of_a_linear_axis_have_the_same_number_of_iterations() {
        assertThat(Buckets.LINEAR.of(0, 99, 4)).containsExactly(0, 25, 50, 75);
        assertThat(Buckets.LINEAR.of(10, 19, 3)).containsExactly(10, 14, 17);
    }

    @Test
    void pieces_of_a_logarithmic_axis_grow_by_the_same_factor_and_zero_stands_apart() {
        assertThat(Buckets.LOG.of(0, 9_999, 4)).containsExactly(0, 1, 10, 100, 1_000);
        assertThat(Buckets.LOG.of(100, 9_999, 2)).containsExactly(100, 1_000);
    }

    @Test
    void no_piece_is_narrower_than_an_iteration() {
        assertThat(Buckets.LINEAR.of(0, 3, 600)).containsExactly(0, 1, 2, 3);
        assertThat(Buckets.LOG.of(0, 3, 600)).containsExactly(0, 1, 2, 3);
        assertThat(Buckets.LOG.of(0, 0, 600)).containsExactly(0);
    }

    @Test
    void pieces_of_a_long_training_ascend_from_its_first_iteration_and_are_no_more_than_asked_for() {
        for (Buckets scale : Buckets.values()) {
            var cuts = Arrays.asList(scale.of(0, 62_559, 600));

            assertThat(cuts).isSorted().doesNotHaveDuplicates().hasSizeBetween(400, 601);
            assertThat(cuts.getFirst()).isZero();
            assertThat(cuts.getLast()).isLessThan(62_560);
        }
        assertThat(Buckets.LINEAR.of(0, Integer.MAX_VALUE, 2_000)).hasSize(2_000);
    }

    @Test
    void another_scale_is_refused() {
        assertThat(Buckets.parse(null)).isEqualTo(Buckets.LOG);
        assertThatThrownBy(() -> Buckets.parse("symlog")).isInstanceOf(Invalid.class);
    }
}
