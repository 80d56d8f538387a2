package dev.earlyphase.core.initialisation;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.trial.Initialisation;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Networks;
import dev.earlyphase.core.network.Parameter;
import dev.earlyphase.weights.Tensors;

import static dev.earlyphase.core.network.Parameter.Kind.WEIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class InitialStateTest {
    private static final Network RESNET = Networks.build(NetworkName.RESNET_20, DataSetName.CIFAR_10);
    private static final Tensors STATE = InitialState.draw(RESNET, Initialisation.ONES, 1);

    @ParameterizedTest
    @CsvSource({
        "conv.weight, 0.2722",
        "blocks.0.conv1.weight, 0.1179",
        "blocks.3.conv1.weight, 0.1179",
        "blocks.4.conv1.weight, 0.0833",
        "blocks.8.conv2.weight, 0.0589",
        "blocks.3.shortcut.0.weight, 0.3536",
        "blocks.6.shortcut.0.weight, 0.2500",
        "fc.weight, 0.1768"
    })
    void a_weight_has_the_standard_deviation_of_its_fan_in(String name, double expected) {
        float[] values = STATE.get(name).values();

        double samplingError = expected / Math.sqrt(2.0 * values.length);
        assertThat(Math.sqrt(meanSquare(values))).isCloseTo(expected, within(4 * samplingError));
    }

    @Test
    void all_prunable_weights_pooled_have_the_spread_and_magnitude_that_follow() {
        double squares = 0;
        double magnitudes = 0;
        for (Parameter parameter : RESNET.prunable()) {
            for (float value : STATE.get(parameter.name()).values()) {
                squares += (double) value * value;
                magnitudes += Math.abs(value);
            }
        }

        assertThat(Math.sqrt(squares / 270_896)).isCloseTo(0.0766, within(0.0005));
        assertThat(magnitudes / 270_896).isCloseTo(0.0569, within(0.0004));
    }

    @ParameterizedTest
    @EnumSource
    void every_weight_of_every_network_is_spread_as_its_fan_in_asks(NetworkName name) {
        Network network = Networks.build(name, DataSetName.CIFAR_10);

        Tensors state = InitialState.draw(network, Initialisation.ONES, 1);

        assertThat(network.parameters()).filteredOn(Parameter::kind, WEIGHT).allSatisfy(parameter -> {
            float[] values = state.get(parameter.name()).values();
            double expected = Math.sqrt(2.0 / inputsOfOneOutput(parameter));
            double samplingError = expected / Math.sqrt(2.0 * values.length);
            assertThat(Math.sqrt(meanSquare(values))).isCloseTo(expected, within(4.5 * samplingError));
        });
    }

    @Test
    void linear_biases_fill_the_interval_of_their_fan_in() {
        Network lenet = Networks.build(NetworkName.LENET_300_100, DataSetName.MNIST);

        float[] bias = InitialState.draw(lenet, Initialisation.ONES, 1)
                .get("fc_layers.0.bias")
                .values();

        float bound = 1f / 28;
        assertThat(largest(bias)).isLessThanOrEqualTo(bound);
        assertThat(-smallest(bias)).isLessThanOrEqualTo(bound);
        assertThat(Math.sqrt(meanSquare(bias))).isCloseTo(bound / Math.sqrt(3), within(0.1 * bound));
    }

    @Test
    void batch_norm_starts_as_the_identity() {
        assertThat(STATE.get("bn.weight").values()).containsOnly(1);
        assertThat(STATE.get("bn.bias").values()).containsOnly(0);
        assertThat(STATE.get("bn.running_mean").values()).containsOnly(0);
        assertThat(STATE.get("bn.running_var").values()).containsOnly(1);
    }

    @Test
    void batch_norm_scales_are_uniform_when_asked_for_and_the_weights_stay_the_same() {
        Tensors state = InitialState.draw(RESNET, Initialisation.UNIFORM, 1);

        float[] scales = state.get("blocks.8.bn2.weight").values();
        assertThat(smallest(scales)).isGreaterThanOrEqualTo(0);
        assertThat(largest(scales)).isLessThan(1);
        assertThat(meanSquare(scales)).isCloseTo(1.0 / 3, within(0.15));
        assertThat(state.get("conv.weight")).isEqualTo(STATE.get("conv.weight"));
    }

    @Test
    void equal_seeds_give_equal_weights_and_others_do_not() {
        assertThat(InitialState.draw(RESNET, Initialisation.ONES, 1)).isEqualTo(STATE);
        assertThat(InitialState.draw(RESNET, Initialisation.ONES, 2)).isNotEqualTo(STATE);
    }

    private static int inputsOfOneOutput(Parameter parameter) {
        return parameter.elements() / parameter.shape().sizes().getFirst();
    }

    private static double meanSquare(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return sum / values.length;
    }

    private static double smallest(float[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .min()
                .orElseThrow();
    }

    private static double largest(float[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .max()
                .orElseThrow();
    }
}
