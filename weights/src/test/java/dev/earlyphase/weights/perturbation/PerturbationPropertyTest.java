package dev.earlyphase.weights.perturbation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

import dev.earlyphase.weights.Generated;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Sequences;
import dev.earlyphase.weights.Shape;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

import static org.assertj.core.api.Assertions.assertThat;

@Domain(Generated.class)
@Domain(DomainContext.Global.class)
class PerturbationPropertyTest {

    @Property
    void pruned_weights_stay_exactly_zero(
            @ForAll Generated.Masked given, @ForAll @From("kinds") String kind, @ForAll long seed) {
        Tensors perturbed = perturbed(kind, given, seed);

        assertThat(given.mask().apply(perturbed)).isEqualTo(perturbed);
    }

    @Property
    void equal_draws_perturb_equally(
            @ForAll Generated.Masked given, @ForAll @From("kinds") String kind, @ForAll long seed) {
        Tensors perturbed = perturbed(kind, given, seed);

        assertThat(perturbed).isEqualTo(perturbed(kind, given, seed));
    }

    @Property
    void a_global_shuffle_keeps_all_values_together(@ForAll Generated.Masked given, @ForAll long seed) {
        Tensors shuffled = perturbed("shuffle-global", given, seed);

        assertThat(sorted(survivors(shuffled, given.mask())))
                .isEqualTo(sorted(survivors(given.weights(), given.mask())));
    }

    @Property
    void a_shuffle_within_layers_keeps_the_values_of_each(
            @ForAll Generated.Masked given, @ForAll @From("layerShuffles") String kind, @ForAll long seed) {
        Tensors shuffled = perturbed(kind, given, seed);

        for (String name : given.mask().names()) {
            assertThat(sorted(survivors(shuffled, given.mask(), name)))
                    .isEqualTo(sorted(survivors(given.weights(), given.mask(), name)));
        }
    }

    @Property
    void a_shuffle_within_filters_keeps_the_values_of_each(
            @ForAll Generated.Masked given, @ForAll @From("filterShuffles") String kind, @ForAll long seed) {
        Tensors shuffled = perturbed(kind, given, seed);

        for (Tensor tensor : given.weights()) {
            assertThat(filters(shuffled.get(tensor.name())))
                    .isEqualTo(filters(given.mask().apply(given.weights()).get(tensor.name())));
        }
    }

    @Property
    void a_shuffle_among_equal_signs_keeps_every_sign(
            @ForAll Generated.Masked given, @ForAll @From("sameSignShuffles") String kind, @ForAll long seed) {
        Tensors shuffled = perturbed(kind, given, seed);

        assertThat(signs(survivors(shuffled, given.mask()))).isEqualTo(signs(survivors(given.weights(), given.mask())));
    }

    @Property
    void recombination_keeps_each_sign_and_each_magnitude(@ForAll Generated.Masked given, @ForAll long seed) {
        Tensors combined = perturbed("magnitudes-of-initialisation", given, seed);

        List<Float> magnitudes = survivors(initial(given.weights()), given.mask());
        List<Float> signs = survivors(given.weights(), given.mask());
        List<Float> result = survivors(combined, given.mask());
        for (int i = 0; i < result.size(); i++) {
            assertThat(Math.abs(result.get(i))).isEqualTo(Math.abs(magnitudes.get(i)));
            assertThat(result.get(i) < 0).isEqualTo(signs.get(i) < 0 && magnitudes.get(i) != 0);
        }
    }

    @Property
    void shuffled_magnitudes_keep_the_signs_of_initialisation(@ForAll Generated.Masked given, @ForAll long seed) {
        Tensors shuffled = perturbed("shuffle-magnitudes-signs-of-initialisation", given, seed);

        for (String name : given.mask().names()) {
            assertThat(magnitudes(survivors(shuffled, given.mask(), name)))
                    .isEqualTo(magnitudes(survivors(given.weights(), given.mask(), name)));
        }
        List<Float> initial = survivors(initial(given.weights()), given.mask());
        List<Float> result = survivors(shuffled, given.mask());
        for (int i = 0; i < result.size(); i++) {
            assertThat(result.get(i) < 0).isEqualTo(initial.get(i) < 0 && result.get(i) != 0);
        }
    }

    @Property
    void an_unchanged_state_has_no_effective_deviation(@ForAll Generated.Masked given) {
        assertThat(EffectiveDeviation.of(given.weights(), given.weights(), given.mask()))
                .isZero();
        assertThat(EffectiveDeviation.perTensor(given.weights(), given.weights(), given.mask()))
                .hasSize(given.mask().names().size())
                .allSatisfy((name, deviation) -> assertThat(deviation).isZero());
    }

    @Provide
    Arbitrary<String> kinds() {
        return Arbitraries.of(Perturbations.kinds());
    }

    @Provide
    Arbitrary<String> layerShuffles() {
        return Arbitraries.of("shuffle-layer", "shuffle-filter", "shuffle-layer-same-sign", "shuffle-filter-same-sign");
    }

    @Provide
    Arbitrary<String> filterShuffles() {
        return Arbitraries.of("shuffle-filter", "shuffle-filter-same-sign");
    }

    @Provide
    Arbitrary<String> sameSignShuffles() {
        return Arbitraries.of("shuffle-layer-same-sign", "shuffle-filter-same-sign");
    }

    private static Tensors perturbed(String kind, Generated.Masked given, long seed) {
        PerturbationRule rule = Perturbations.named(kind).orElseThrow();
        var deviations = new HashMap<String, Double>();
        given.mask().names().forEach(name -> deviations.put(name, 0.1));
        var state = new SubNetwork(given.weights(), given.mask(), initial(given.weights()), Map.copyOf(deviations));
        return rule.apply(state, rule.takesScale() ? 0.5 : 0, new Sequences(seed));
    }

    /** Other weights of the same shapes: the given ones backwards, with every second sign changed. */
    private static Tensors initial(Tensors weights) {
        var initial = new ArrayList<Tensor>();
        for (Tensor tensor : weights) {
            var values = new float[tensor.values().length];
            for (int i = 0; i < values.length; i++) {
                values[i] = tensor.values()[values.length - 1 - i] * (i % 2 == 0 ? 1 : -1);
            }
            initial.add(new Tensor(tensor.name(), tensor.shape(), values));
        }
        return Tensors.of(initial);
    }

    private static List<Float> survivors(Tensors weights, Mask mask) {
        var survivors = new ArrayList<Float>();
        mask.names().forEach(name -> survivors.addAll(survivors(weights, mask, name)));
        return survivors;
    }

    /** With zeros of one sign only. */
    private static List<Float> survivors(Tensors weights, Mask mask, String name) {
        float[] values = weights.get(name).values();
        return mask.survivors(name).stream().mapToObj(i -> values[i] + 0.0f).toList();
    }

    private static List<List<Float>> filters(Tensor tensor) {
        Shape shape = tensor.shape();
        int count = shape.rank() == 0 ? 1 : shape.sizes().getFirst();
        var filters = new ArrayList<List<Float>>();
        for (int filter = 0; filter < count; filter++) {
            var values = new ArrayList<Float>();
            int size = shape.elements() / count;
            for (int i = filter * size; i < (filter + 1) * size; i++) {
                values.add(tensor.values()[i] + 0.0f);
            }
            filters.add(sorted(values));
        }
        return filters;
    }

    private static List<Float> sorted(List<Float> values) {
        var sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted;
    }

    private static List<Float> magnitudes(List<Float> values) {
        return sorted(values.stream().map(Math::abs).toList());
    }

    private static List<Boolean> signs(List<Float> values) {
        return values.stream().map(value -> value < 0).toList();
    }
}
