package dev.earlyphase.weights;

import java.util.NoSuchElementException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TensorsTest {

    private final Tensor weight = new Tensor("fc.weight", Shape.of(2, 3), new float[] {1, 2, 3, 4, 5, 6});
    private final Tensor bias = new Tensor("fc.bias", Shape.of(2), new float[] {7, 8});

    @Test
    void a_shape_knows_its_rank_its_elements_and_its_name() {
        Shape stem = Shape.of(16, 3, 3, 3);

        assertThat(stem.rank()).isEqualTo(4);
        assertThat(stem.elements()).isEqualTo(432);
        assertThat(stem).hasToString("16x3x3x3");
    }

    @Test
    void a_shape_without_sizes_is_a_scalar_of_one_element() {
        assertThat(Shape.of().elements()).isEqualTo(1);
        assertThat(Shape.of()).hasToString("scalar");
    }

    @Test
    void a_shape_with_a_size_of_zero_is_empty_however_large_the_others() {
        assertThat(Shape.of(1 << 30, 1 << 30, 0).elements()).isZero();
    }

    @Test
    void a_shape_refuses_negative_sizes_and_more_elements_than_an_array_holds() {
        assertThatThrownBy(() -> Shape.of(3, -1)).hasMessage("shape [3, -1] has the size -1; allowed: 0 or more");
        assertThatThrownBy(() -> Shape.of(1 << 16, 1 << 16)).hasMessageContaining("[65536, 65536]", "2147483647");
    }

    @Test
    void a_tensor_refuses_values_that_do_not_fill_its_shape() {
        assertThatThrownBy(() -> new Tensor("fc.bias", Shape.of(3), new float[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tensor 'fc.bias' of shape 3 takes 3 values, given 2");
    }

    @Test
    void tensors_keep_the_order_in_which_they_were_given() {
        Tensors tensors = Tensors.of(weight, bias);

        assertThat(tensors.names()).containsExactly("fc.weight", "fc.bias");
        assertThat(tensors).containsExactly(weight, bias);
        assertThat(tensors.elements()).isEqualTo(8);
    }

    @Test
    void tensors_in_another_order_are_not_equal() {
        assertThat(Tensors.of(weight, bias)).isEqualTo(Tensors.of(weight, bias)).isNotEqualTo(Tensors.of(bias, weight));
    }

    @Test
    void two_tensors_of_one_name_are_refused() {
        assertThatThrownBy(() -> Tensors.of(bias, bias)).hasMessage("two tensors are named 'fc.bias'");
    }

    @Test
    void asking_for_an_unknown_tensor_names_the_known_ones() {
        Tensors tensors = Tensors.of(weight, bias);

        assertThatThrownBy(() -> tensors.get("conv.weight"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no tensor 'conv.weight'; there are [fc.weight, fc.bias]");
    }

    @Test
    void a_tensor_is_replaced_where_it_stands_and_a_new_one_comes_last() {
        var newWeight = new Tensor("fc.weight", Shape.of(1), new float[] {9});
        var added = new Tensor("bn.weight", Shape.of(1), new float[] {1});

        Tensors changed = Tensors.of(weight, bias).with(newWeight).with(added);

        assertThat(changed).containsExactly(newWeight, bias, added);
    }
}
