package dev.earlyphase.analyzer.checkpoint;

import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.earlyphase.weights.Shape;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;
import dev.earlyphase.weights.safetensors.SafetensorsFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PrunableTensorsTest {
    private static final Tensors TENSORS = Tensors.of(
            new Tensor("a.weight", Shape.of(1), new float[1]),
            new Tensor("a.bias", Shape.of(1), new float[1]),
            new Tensor("b.weight", Shape.of(1), new float[1]));

    @Test
    void the_metadata_name_them() {
        var prunable = PrunableTensors.of(new SafetensorsFile(TENSORS, Map.of("prunable", "a.weight,b.weight")));

        assertThat(prunable.names()).containsExactly("a.weight", "b.weight");
    }

    @Test
    void an_empty_list_names_none() {
        var prunable = PrunableTensors.of(new SafetensorsFile(TENSORS, Map.of("prunable", "")));

        assertThat(prunable.names()).isEmpty();
    }

    @Test
    void a_file_that_does_not_say_is_refused() {
        var silent = new SafetensorsFile(TENSORS, Map.of());

        assertThatThrownBy(() -> PrunableTensors.of(silent)).hasMessageContaining("prunable");
    }

    @Test
    void a_name_that_is_not_in_the_file_is_refused() {
        var wrong = new SafetensorsFile(TENSORS, Map.of("prunable", "c.weight"));

        assertThatThrownBy(() -> PrunableTensors.of(wrong)).hasMessageContaining("c.weight");
    }
}
