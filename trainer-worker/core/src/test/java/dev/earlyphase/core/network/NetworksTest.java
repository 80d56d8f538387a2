package dev.earlyphase.core.network;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;

import static org.assertj.core.api.Assertions.assertThat;

class NetworksTest {
    @ParameterizedTest
    @CsvSource({
        "LENET_300_100, MNIST, 266610, 265200",
        "CONV_2, CIFAR_10, 4301642, 4300992",
        "CONV_4, CIFAR_10, 2425930, 2425024",
        "CONV_6, CIFAR_10, 2262602, 2261184",
        "RESNET_20, CIFAR_10, 272474, 270896"
    })
    void a_network_has_the_parameters_of_the_literature(
            NetworkName name, DataSetName dataSet, int parameters, int prunable) {
        Network network = Networks.build(name, dataSet);

        assertThat(network.size()).isEqualTo(parameters);
        assertThat(network.prunable().stream().mapToInt(Parameter::elements).sum())
                .isEqualTo(prunable);
    }

    @Test
    void the_output_layer_of_lenet_is_prunable_when_asked_for() {
        Network network = Networks.build(NetworkName.LENET_300_100, DataSetName.MNIST, true);

        assertThat(network.prunable())
                .extracting(Parameter::name)
                .containsExactly("fc_layers.0.weight", "fc_layers.1.weight", "fc.weight");
    }

    @Test
    void lenet_has_the_tensor_names_of_the_authors_code() {
        assertThat(names(NetworkName.LENET_300_100, DataSetName.MNIST))
                .containsExactly(
                        "fc_layers.0.weight",
                        "fc_layers.0.bias",
                        "fc_layers.1.weight",
                        "fc_layers.1.bias",
                        "fc.weight",
                        "fc.bias");
    }

    @Test
    void resnet_20_has_the_tensor_names_of_the_authors_code_in_the_order_of_a_state_dict() {
        List<String> names = names(NetworkName.RESNET_20, DataSetName.CIFAR_10);

        assertThat(names)
                .startsWith(
                        "conv.weight",
                        "bn.weight",
                        "bn.bias",
                        "bn.running_mean",
                        "bn.running_var",
                        "blocks.0.conv1.weight",
                        "blocks.0.bn1.weight")
                .containsSubsequence(
                        "blocks.3.bn2.running_var",
                        "blocks.3.shortcut.0.weight",
                        "blocks.3.shortcut.1.weight",
                        "blocks.3.shortcut.1.running_var",
                        "blocks.4.conv1.weight")
                .endsWith("blocks.8.bn2.running_var", "fc.weight", "fc.bias")
                .hasSize(107)
                .filteredOn(name -> name.contains("shortcut"))
                .hasSize(10);
    }

    @Test
    void conv_2_numbers_its_convolutions_and_gives_them_biases() {
        assertThat(names(NetworkName.CONV_2, DataSetName.CIFAR_10))
                .startsWith(
                        "layers.0.weight", "layers.0.bias", "layers.1.weight", "layers.1.bias", "fc_layers.0.weight");
    }

    @ParameterizedTest
    @CsvSource({"MNIST", "FASHION_MNIST", "CIFAR_10", "STROKES"})
    void every_network_takes_every_data_set(DataSetName dataSet) {
        for (NetworkName name : NetworkName.values()) {
            Network network = Networks.build(name, dataSet);

            assertThat(network.input().elements()).isEqualTo(dataSet.channels() * dataSet.side() * dataSet.side());
        }
    }

    private static List<String> names(NetworkName name, DataSetName dataSet) {
        return Networks.build(name, dataSet).parameters().stream()
                .map(Parameter::name)
                .toList();
    }
}
