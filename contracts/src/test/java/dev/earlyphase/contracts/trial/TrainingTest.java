package dev.earlyphase.contracts.trial;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.study.TrainingOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TrainingTest {
    @Test
    void cifar_10_has_391_iterations_an_epoch_at_batch_128() {
        Training training = TrainingOptions.DEFAULT.resolve(NetworkName.RESNET_20, DataSetName.CIFAR_10);

        assertThat(training.iterationsPerEpoch(DataSetName.CIFAR_10)).isEqualTo(391);
    }

    @Test
    void a_shortened_run_drops_the_usual_milestones_that_it_does_not_reach() {
        Training training = options("100ep", null, null).resolve(NetworkName.RESNET_20, DataSetName.CIFAR_10);

        assertThat(training.milestones()).containsExactly(Moment.ofIterations(31_280));
    }

    @Test
    void digits_are_not_flipped_by_default() {
        assertThat(TrainingOptions.DEFAULT
                        .resolve(NetworkName.RESNET_20, DataSetName.MNIST)
                        .augment())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = NetworkName.class,
            names = {"RESNET_20", "RESNET_56", "RESNET_18", "RESNET_18_IMAGENET_STEM", "VGG_13", "WRN_16_8"})
    void the_networks_for_cifar_share_one_recipe(NetworkName network) {
        Training training = TrainingOptions.DEFAULT.resolve(network, DataSetName.CIFAR_10);

        assertThat(training)
                .isEqualTo(new Training(
                        Moment.ofIterations(62_560),
                        128,
                        0.1,
                        0.9,
                        1e-4,
                        List.of(Moment.ofIterations(31_280), Moment.ofIterations(46_920)),
                        0.1,
                        Moment.START,
                        true,
                        null,
                        Precision.FP32));
    }

    @ParameterizedTest
    @CsvSource({"50it", "20it", "0it"})
    void a_milestone_at_0_or_at_or_after_the_end_is_refused(String milestone) {
        var options = options("20it", null, List.of(Moment.parse(milestone)));

        assertThatThrownBy(() -> options.resolve(NetworkName.RESNET_20, DataSetName.CIFAR_10))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("milestones[0]: got " + milestone);
    }

    @Test
    void a_batch_larger_than_the_set_is_refused() {
        var options = options("20it", 60_001, null);

        assertThatThrownBy(() -> options.resolve(NetworkName.LENET_300_100, DataSetName.MNIST))
                .isInstanceOf(Invalid.class)
                .hasMessage("batchSize: got 60001; allowed: 1 to 60000, the number of training images");
    }

    private static TrainingOptions options(String end, Integer batchSize, List<Moment> milestones) {
        return new TrainingOptions(
                Moment.parse(end), batchSize, null, null, null, milestones, null, null, null, null, null);
    }
}
