package dev.earlyphase.core.network;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.error.DomainException.Invalid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NetworksTest {
    @ParameterizedTest
    @CsvSource({
        "LENET_300_100, MNIST, 266610, 265200",
        "CONV_2, CIFAR_10, 4301642, 4300992",
        "CONV_4, CIFAR_10, 2425930, 2425024",
        "CONV_6, CIFAR_10, 2262602, 2261184",
        "RESNET_20, CIFAR_10, 272474, 270896",
        "RESNET_56, CIFAR_10, 855770, 851504",
        "RESNET_18, CIFAR_10, 11173962, 11164352",
        "RESNET_18_IMAGENET_STEM, CIFAR_10, 11181642, 11172032",
        "VGG_13, CIFAR_10, 9416010, 9402048",
        "WRN_16_8, CIFAR_10, 10961370, 10954160"
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

    @Test
    void vgg_13_numbers_its_pools_among_its_convolutions() {
        assertThat(names(NetworkName.VGG_13, DataSetName.CIFAR_10))
                .startsWith("layers.0.conv.weight", "layers.0.conv.bias", "layers.0.bn.weight", "layers.0.bn.bias")
                .containsSubsequence(
                        "layers.1.conv.weight",
                        "layers.3.conv.weight",
                        "layers.4.conv.weight",
                        "layers.6.conv.weight",
                        "layers.7.conv.weight",
                        "layers.9.conv.weight",
                        "layers.10.conv.weight",
                        "layers.12.conv.weight")
                .endsWith("layers.13.bn.running_var", "fc.weight", "fc.bias")
                .hasSize(62);
    }

    @ParameterizedTest
    @CsvSource({"RESNET_18", "RESNET_18_IMAGENET_STEM"})
    void resnet_18_has_the_tensor_names_of_torchvision(NetworkName name) {
        assertThat(names(name, DataSetName.CIFAR_10))
                .startsWith("conv1.weight", "bn1.weight", "bn1.bias", "bn1.running_mean", "bn1.running_var")
                .containsSubsequence(
                        "layer1.0.conv1.weight",
                        "layer1.1.bn2.running_var",
                        "layer2.0.bn2.running_var",
                        "layer2.0.downsample.0.weight",
                        "layer2.0.downsample.1.running_var",
                        "layer2.1.conv1.weight",
                        "layer4.1.conv2.weight")
                .endsWith("layer4.1.bn2.running_var", "fc.weight", "fc.bias")
                .hasSize(102)
                .filteredOn(tensor -> tensor.contains("downsample"))
                .hasSize(15);
    }

    @Test
    void wrn_16_8_has_a_bare_convolution_as_shortcut_of_each_stage() {
        assertThat(names(NetworkName.WRN_16_8, DataSetName.CIFAR_10))
                .startsWith("conv1.weight", "block1.layer.0.bn1.weight")
                .containsSubsequence(
                        "block1.layer.0.bn1.running_var",
                        "block1.layer.0.conv1.weight",
                        "block1.layer.0.bn2.weight",
                        "block1.layer.0.conv2.weight",
                        "block1.layer.0.convShortcut.weight",
                        "block1.layer.1.bn1.weight",
                        "block1.layer.1.conv2.weight",
                        "block2.layer.0.bn1.weight")
                .endsWith("bn1.running_mean", "bn1.running_var", "fc.weight", "fc.bias")
                .hasSize(70)
                .filteredOn(tensor -> tensor.contains("convShortcut"))
                .containsExactly(
                        "block1.layer.0.convShortcut.weight",
                        "block2.layer.0.convShortcut.weight",
                        "block3.layer.0.convShortcut.weight");
    }

    @Test
    void wrn_16_8_normalises_before_both_sides_of_a_block_that_changes_the_shape() {
        Network network = Networks.build(NetworkName.WRN_16_8, DataSetName.CIFAR_10);

        assertThat(network.layers().subList(1, 5))
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo(new BatchNorm("block1.layer.0.bn1", 16)),
                        second -> assertThat(second).isEqualTo(new Relu()),
                        changed -> assertThat(((Residual) changed).shortcut()).hasSize(1),
                        same -> assertThat(((Residual) same).shortcut()).isEmpty());
    }

    @Test
    void the_imagenet_stem_quarters_each_side() {
        List<Layer> layers = Networks.build(NetworkName.RESNET_18_IMAGENET_STEM, DataSetName.CIFAR_10)
                .layers();

        assertThat(Network.output(layers.subList(0, 4), new ImageShape(3, 32, 32)))
                .isEqualTo(new ImageShape(64, 8, 8));
    }

    @ParameterizedTest
    @EnumSource
    void every_network_takes_the_data_sets_that_it_is_said_to_take_and_refuses_the_others(NetworkName name) {
        for (DataSetName dataSet : DataSetName.values()) {
            if (name.takes(dataSet)) {
                assertThat(Networks.build(name, dataSet).input().elements())
                        .isEqualTo(dataSet.channels() * dataSet.side() * dataSet.side());
            } else {
                assertThatThrownBy(() -> Networks.build(name, dataSet))
                        .isInstanceOf(Invalid.class)
                        .hasMessageStartingWith("dataset: got " + dataSet.id());
            }
        }
    }

    /** Worked out by hand: side² × kernel² × inputs × outputs of each convolution, inputs × outputs of each linear. */
    @ParameterizedTest
    @CsvSource({
        "LENET_300_100, MNIST, 266200",
        "CONV_2, CIFAR_10, 43780608",
        "CONV_4, CIFAR_10, 98306560",
        "CONV_6, CIFAR_10, 153881088",
        "RESNET_20, CIFAR_10, 40813184",
        "RESNET_20, MNIST, 31021952",
        "RESNET_56, CIFAR_10, 125747840",
        "RESNET_18, CIFAR_10, 555422720",
        "RESNET_18_IMAGENET_STEM, CIFAR_10, 37016576",
        "VGG_13, CIFAR_10, 228267008",
        "WRN_16_8, CIFAR_10, 1548145664"
    })
    void a_forward_pass_of_one_image_takes_so_many_multiplications(
            NetworkName name, DataSetName dataSet, long multiplications) {
        assertThat(Networks.build(name, dataSet).multiplications()).isEqualTo(multiplications);
    }

    private static List<String> names(NetworkName name, DataSetName dataSet) {
        return Networks.build(name, dataSet).parameters().stream()
                .map(Parameter::name)
                .toList();
    }
}
