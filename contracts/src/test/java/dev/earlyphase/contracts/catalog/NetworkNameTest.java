package dev.earlyphase.contracts.catalog;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class NetworkNameTest {
    @ParameterizedTest
    @EnumSource
    void every_network_takes_colour_images_of_32_by_32(NetworkName network) {
        assertThat(network.takes(DataSetName.CIFAR_10)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = DataSetName.class,
            names = {"MNIST", "FASHION_MNIST", "STROKES"})
    void only_vgg_13_and_the_imagenet_stem_refuse_small_grey_images(DataSetName dataset) {
        assertThat(Arrays.stream(NetworkName.values()).filter(network -> !network.takes(dataset)))
                .containsExactly(NetworkName.RESNET_18_IMAGENET_STEM, NetworkName.VGG_13);
    }

    @ParameterizedTest
    @EnumSource
    void a_network_is_found_by_its_id(NetworkName network) {
        assertThat(NetworkName.of(network.id())).isEqualTo(network);
    }

    @Test
    void vgg_and_lenet_leave_the_output_layer_alone() {
        assertThat(Arrays.stream(NetworkName.values()).filter(network -> !network.pruneOutputLayer()))
                .containsExactly(NetworkName.LENET_300_100, NetworkName.VGG_13);
    }
}
