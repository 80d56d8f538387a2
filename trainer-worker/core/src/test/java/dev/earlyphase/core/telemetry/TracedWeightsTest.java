package dev.earlyphase.core.telemetry;

import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

import dev.earlyphase.core.network.Parameter;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Shape;

import static dev.earlyphase.core.training.SmallTrials.NETWORK;
import static org.assertj.core.api.Assertions.assertThat;

class TracedWeightsTest {
    @Test
    void ten_different_prunable_weights_are_followed() {
        TracedWeights traced = TracedWeights.of(NETWORK, Optional.empty(), 1);

        assertThat(traced.names()).hasSize(10).doesNotHaveDuplicates();
        assertThat(traced.names()).allMatch(name -> name.matches("(fc_layers\\.0|fc)\\.weight\\[\\d+]"));
    }

    @Property
    void a_sub_network_follows_the_dense_networks_weights_as_far_as_they_survive(
            @ForAll long seed, @ForAll Random random, @ForAll @DoubleRange(min = 0.1, max = 1) double density) {
        Mask mask = randomMask(random, density);

        List<String> names = TracedWeights.of(NETWORK, Optional.of(mask), seed).names();

        Set<String> surviving =
                new HashSet<>(TracedWeights.of(NETWORK, Optional.empty(), seed).names());
        surviving.removeIf(name -> !survives(mask, name));
        assertThat(names).hasSize(10).containsAll(surviving).allMatch(name -> survives(mask, name));
    }

    @Test
    void other_seeds_follow_other_weights() {
        assertThat(TracedWeights.of(NETWORK, Optional.empty(), 1))
                .isNotEqualTo(TracedWeights.of(NETWORK, Optional.empty(), 2));
    }

    @Test
    void where_fewer_than_ten_survive_all_of_them_are_followed() {
        Mask mask = keeping(Map.of("fc_layers.0.weight", List.of(3, 700), "fc.weight", List.of(17)));

        TracedWeights traced = TracedWeights.of(NETWORK, Optional.of(mask), 1);

        assertThat(traced.names()).containsExactly("fc_layers.0.weight[3]", "fc_layers.0.weight[700]", "fc.weight[17]");
        assertThat(traced.places()).containsExactly(3, 700, 784 * 16 + 16 + 17);
    }

    private static boolean survives(Mask mask, String name) {
        int bracket = name.indexOf('[');
        int index = Integer.parseInt(name, bracket + 1, name.length() - 1, 10);
        return mask.survives(name.substring(0, bracket), index);
    }

    private static Mask randomMask(Random random, double density) {
        Map<String, BitSet> survivors = new LinkedHashMap<>();
        for (Parameter parameter : NETWORK.prunable()) {
            BitSet bits = new BitSet();
            for (int i = 0; i < parameter.elements(); i++) {
                bits.set(i, random.nextDouble() < density);
            }
            survivors.put(parameter.name(), bits);
        }
        return mask(survivors);
    }

    private static Mask keeping(Map<String, List<Integer>> kept) {
        Map<String, BitSet> survivors = new LinkedHashMap<>();
        kept.forEach((name, indices) -> {
            BitSet bits = new BitSet();
            indices.forEach(bits::set);
            survivors.put(name, bits);
        });
        return mask(survivors);
    }

    private static Mask mask(Map<String, BitSet> survivors) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        NETWORK.prunable().forEach(parameter -> shapes.put(parameter.name(), parameter.shape()));
        return Mask.of(survivors, shapes);
    }
}
