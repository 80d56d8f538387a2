package dev.earlyphase.core.network;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;

import static org.assertj.core.api.Assertions.assertThat;

class WeightUsesTest {
    @Test
    void a_weight_of_a_convolution_is_used_at_every_place_of_the_output() {
        var uses = WeightUses.of(Networks.build(NetworkName.RESNET_20, DataSetName.CIFAR_10));

        assertThat(uses)
                .containsEntry("conv.weight", 32L * 32)
                .containsEntry("blocks.3.conv1.weight", 16L * 16)
                .containsEntry("blocks.3.shortcut.0.weight", 16L * 16)
                .containsEntry("blocks.8.conv2.weight", 8L * 8);
    }

    @Test
    void a_weight_of_a_linear_layer_is_used_once() {
        var uses = WeightUses.of(Networks.build(NetworkName.LENET_300_100, DataSetName.MNIST));

        assertThat(uses)
                .containsOnly(
                        Map.entry("fc_layers.0.weight", 1L),
                        Map.entry("fc_layers.1.weight", 1L),
                        Map.entry("fc.weight", 1L));
    }

    @ParameterizedTest
    @EnumSource(NetworkName.class)
    void the_uses_of_all_weights_are_the_multiplications_of_the_network(NetworkName name) {
        Network network = Networks.build(name, DataSetName.CIFAR_10);

        var uses = WeightUses.of(network);

        assertThat(network.parameters().stream()
                        .mapToLong(parameter -> uses.getOrDefault(parameter.name(), 0L) * parameter.elements())
                        .sum())
                .isEqualTo(network.multiplications());
    }
}
