package dev.earlyphase.weights.pruning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

import dev.earlyphase.weights.Generated;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

import static org.assertj.core.api.Assertions.assertThat;

@Domain(Generated.class)
@Domain(DomainContext.Global.class)
class PruningPropertyTest {

    private record Place(String tensor, int index, float magnitude) {}

    @Property
    void a_round_removes_just_what_a_stable_sort_by_magnitude_puts_first(
            @ForAll Generated.Masked given, @ForAll @DoubleRange(min = 0.01, max = 0.99) double fraction) {
        List<Place> sorted = survivors(given.weights(), given.mask());
        sorted.sort(Comparator.comparing(Place::magnitude));

        Pruned pruned = new GlobalMagnitude(fraction).prune(given.weights(), given.mask());

        List<Place> removed = sorted.subList(0, (int) pruned.removed());
        List<Place> kept = sorted.subList((int) pruned.removed(), sorted.size());
        assertThat(pruned.removed()).isEqualTo(PruningRule.removals(fraction, sorted.size()));
        assertThat(removed).noneMatch(place -> pruned.mask().survives(place.tensor(), place.index()));
        assertThat(kept).allMatch(place -> pruned.mask().survives(place.tensor(), place.index()));
        assertThat(pruned.threshold())
                .isEqualTo(removed.isEmpty() ? 0 : removed.getLast().magnitude());
    }

    @Property
    void layer_by_layer_each_tensor_loses_its_own_exact_part(
            @ForAll Generated.Masked given, @ForAll @DoubleRange(min = 0.01, max = 0.99) double fraction) {
        Pruned pruned = new LayerMagnitude(fraction).prune(given.weights(), given.mask());

        for (String name : given.mask().names()) {
            long before = given.mask().survivors(name).cardinality();
            assertThat(pruned.mask().survivors(name).cardinality())
                    .isEqualTo(before - PruningRule.removals(fraction, before));
        }
    }

    @Property
    void a_mask_only_ever_shrinks(@ForAll Generated.Masked given) {
        for (PruningRule rule : List.of(new GlobalMagnitude(0.2), new LayerMagnitude(0.2))) {
            Pruned pruned = rule.prune(given.weights(), given.mask());

            assertThat(survivors(given.weights(), given.mask())).containsAll(survivors(given.weights(), pruned.mask()));
            assertThat(pruned.mask().survivors()).isEqualTo(given.mask().survivors() - pruned.removed());
        }
    }

    private static List<Place> survivors(Tensors weights, Mask mask) {
        var places = new ArrayList<Place>();
        for (Tensor tensor : weights) {
            for (int i = 0; i < tensor.values().length; i++) {
                if (mask.survives(tensor.name(), i)) {
                    places.add(new Place(tensor.name(), i, Math.abs(tensor.values()[i])));
                }
            }
        }
        return places;
    }
}
