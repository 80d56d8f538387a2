package dev.earlyphase.weights;

import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

import static org.assertj.core.api.Assertions.assertThat;

@Domain(Generated.class)
@Domain(DomainContext.Global.class)
class MaskPropertyTest {

    @Property
    void a_mask_written_as_tensors_comes_back(@ForAll Generated.Masked given) {
        assertThat(Mask.fromTensors(given.mask().toTensors())).isEqualTo(given.mask());
    }

    @Property
    void applying_a_mask_twice_is_applying_it_once(@ForAll Generated.Masked given) {
        Tensors once = given.mask().apply(given.weights());

        assertThat(given.mask().apply(once)).isEqualTo(once);
    }

    @Property
    void a_weight_is_kept_bit_for_bit_where_it_survives_and_is_zero_elsewhere(@ForAll Generated.Masked given) {
        Tensors applied = given.mask().apply(given.weights());

        for (Tensor tensor : given.weights()) {
            for (int i = 0; i < tensor.values().length; i++) {
                float expected = given.mask().survives(tensor.name(), i) ? tensor.values()[i] : 0f;
                assertThat(applied.get(tensor.name()).values()[i]).isEqualTo(expected);
            }
        }
    }

    @Property
    void hamming_distance_is_symmetric_zero_to_itself_and_survivors_against_none(
            @ForAll Generated.Masked given, @ForAll Random random) {
        Mask mask = given.mask();
        Mask other = thinned(mask, random);

        assertThat(mask.hammingDistance(mask)).isZero();
        assertThat(mask.hammingDistance(other)).isEqualTo(other.hammingDistance(mask));
        assertThat(mask.hammingDistance(other)).isEqualTo(mask.survivors() - other.survivors());
    }

    @Property
    void jaccard_distance_to_a_subset_is_the_part_of_survivors_lost(
            @ForAll Generated.Masked given, @ForAll Random random) {
        Mask mask = given.mask();
        Mask subset = thinned(mask, random);

        double lost = mask.survivors() == 0 ? 0 : 1 - (double) subset.survivors() / mask.survivors();
        assertThat(mask.jaccardDistance(subset))
                .isEqualTo(subset.jaccardDistance(mask))
                .isEqualTo(lost);
    }

    private static Mask thinned(Mask mask, Random random) {
        Tensors thinned = mask.toTensors();
        for (Tensor tensor : thinned) {
            float[] values = tensor.values();
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextBoolean() ? values[i] : 0;
            }
        }
        return Mask.fromTensors(thinned);
    }
}
