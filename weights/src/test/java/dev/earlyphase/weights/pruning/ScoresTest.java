package dev.earlyphase.weights.pruning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;

import dev.earlyphase.weights.Generated;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Shape;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Domain(Generated.class)
@Domain(DomainContext.Global.class)
class ScoresTest {

    private record Place(String tensor, int index, float score) {}

    private final Tensors scores = Tensors.of(
            new Tensor("a", Shape.of(4), new float[] {-3, 2, 0, -1}),
            new Tensor("b", Shape.of(3), new float[] {5, -4, 2}));

    @Test
    void the_highest_scores_of_all_tensors_stay_and_negative_ones_go_first() {
        Pruned pruned = HighestScores.keep(scores, Mask.dense(scores), 4);

        assertThat(pruned.mask().survivors("a").stream()).containsExactly(1, 2);
        assertThat(pruned.mask().survivors("b").stream()).containsExactly(0, 2);
        assertThat(pruned.threshold()).isEqualTo(-1);
        assertThat(pruned.removed()).isEqualTo(3);
    }

    @Test
    void among_equal_scores_the_earlier_goes_first() {
        Pruned pruned = HighestScores.keep(scores, Mask.dense(scores), 2);

        assertThat(pruned.mask().survivors("a").stream()).isEmpty();
        assertThat(pruned.mask().survivors("b").stream()).containsExactly(0, 2);
    }

    @Test
    void zeros_of_either_sign_score_alike() {
        Tensors zeros = Tensors.of(new Tensor("w", Shape.of(3), new float[] {0f, -0f, 0f}));

        Pruned pruned = HighestScores.keep(zeros, Mask.dense(zeros), 1);

        assertThat(pruned.mask().survivors("w").stream()).containsExactly(2);
    }

    @Test
    void a_score_that_is_not_a_number_is_refused_by_name_and_index() {
        Tensors broken = scores.with(new Tensor("b", Shape.of(3), new float[] {1, Float.NaN, 3}));

        assertThatThrownBy(() -> HighestScores.keep(broken, Mask.dense(scores), 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("score 1 of 'b' is NaN and has no rank");
    }

    @Test
    void more_survivors_than_there_are_cannot_be_kept() {
        assertThatThrownBy(() -> HighestScores.keep(scores, Mask.dense(scores), 8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("8 weights are to survive; allowed: 0 to the 7 that survive now");
    }

    @Test
    void survivors_at_a_density_are_rounded_half_up_in_decimal() {
        assertThat(HighestScores.survivorsAt(0.2, 270_896)).isEqualTo(54_179);
        // In binary 0.35 x 90 falls just below 31.5.
        assertThat(HighestScores.survivorsAt(0.35, 90)).isEqualTo(32);
        assertThat(HighestScores.survivorsAt(1, 7)).isEqualTo(7);
    }

    @Test
    void a_density_above_one_is_refused() {
        assertThatThrownBy(() -> HighestScores.survivorsAt(1.5, 90))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("density is 1.5; allowed: 0 to 1");
    }

    @Property
    void what_stays_is_what_a_stable_sort_by_score_puts_last(
            @ForAll Generated.Masked given, @ForAll @DoubleRange(min = 0, max = 1) double density) {
        List<Place> sorted = survivors(given);
        sorted.sort(Comparator.comparing(Place::score));
        long survivors = HighestScores.survivorsAt(density, sorted.size());

        Pruned pruned = HighestScores.keep(given.weights(), given.mask(), survivors);

        int removed = sorted.size() - (int) survivors;
        assertThat(pruned.mask().survivors()).isEqualTo(survivors);
        assertThat(sorted.subList(removed, sorted.size()))
                .allMatch(place -> pruned.mask().survives(place.tensor(), place.index()));
        assertThat(pruned.threshold())
                .isEqualTo(removed == 0 ? 0 : sorted.get(removed - 1).score());
    }

    private static List<Place> survivors(Generated.Masked given) {
        var places = new ArrayList<Place>();
        for (Tensor tensor : given.weights()) {
            // The sum of -0.0 and 0.0 is 0.0.
            given.mask().survivors(tensor.name()).stream()
                    .forEach(i -> places.add(new Place(tensor.name(), i, tensor.values()[i] + 0.0f)));
        }
        return places;
    }
}
