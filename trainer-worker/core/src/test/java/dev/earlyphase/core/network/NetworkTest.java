package dev.earlyphase.core.network;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class NetworkTest {
    private static final ImageShape INPUT = new ImageShape(1, 4, 4);

    @Test
    void layers_that_do_not_fit_together_are_refused_by_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Network("odd", INPUT, 2, List.of(new Flatten(), new Linear("fc", 15, 2))))
                .withMessageContaining("fc takes 15 features, not 16×1×1");
    }

    @Test
    void a_network_that_does_not_end_in_its_classes_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Network("odd", INPUT, 3, List.of(new Flatten(), new Linear("fc", 16, 2))))
                .withMessageContaining("2×1×1, not in 3 classes");
    }

    @Test
    void two_tensors_of_one_name_are_refused() {
        List<Layer> layers = List.of(new Flatten(), new Linear("fc", 16, 16), new Linear("fc", 16, 2));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Network("odd", INPUT, 2, layers))
                .withMessageContaining("two tensors fc.weight");
    }

    @Test
    void a_residual_whose_sides_differ_in_shape_is_refused() {
        Layer residual = new Residual(List.of(new Convolution("conv", 1, 2, 3, 1, 1, false)), List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> residual.output(INPUT))
                .withMessageContaining("2×4×4 to 1×4×4");
    }

    @Test
    void sparing_an_unknown_tensor_is_refused() {
        List<Layer> layers = List.of(new Flatten(), new Linear("fc", 16, 2));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Network("odd", INPUT, 2, layers, Set.of("head.weight")))
                .withMessageContaining("head.weight");
    }

    @Test
    void windows_that_do_not_fit_are_left_out() {
        assertThat(new MaxPool(2, 2).output(new ImageShape(3, 5, 7))).isEqualTo(new ImageShape(3, 2, 3));
    }

    @Test
    void a_residual_costs_what_both_its_sides_cost() {
        Layer body = new Convolution("conv1", 1, 2, 3, 2, 1, false);
        Layer shortcut = new Convolution("conv2", 1, 2, 1, 2, 0, false);

        long multiplications = new Residual(List.of(body), List.of(shortcut)).multiplications(INPUT);

        assertThat(multiplications).isEqualTo(2 * 2 * 2 * 9 + 2 * 2 * 2);
    }

    @Test
    void running_statistics_are_state_but_not_trainable() {
        List<Layer> layers = List.of(new BatchNorm("bn", 1), new Flatten(), new Linear("fc", 16, 2));

        Network network = new Network("small", INPUT, 2, layers);

        assertThat(network.trainable())
                .extracting(Parameter::name)
                .containsExactly("bn.weight", "bn.bias", "fc.weight", "fc.bias");
        assertThat(network.parameters()).hasSize(6);
    }
}
