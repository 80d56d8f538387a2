package dev.earlyphase.analyzer.mask;

import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.error.DomainException.Invalid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ForwardPassTest {
    @Test
    void it_is_that_of_the_network_for_images_of_the_data_set() {
        var pass = ForwardPass.of(Map.of("network", "conv-2", "dataset", "cifar-10", "format", "pt"));

        assertThat(pass.orElseThrow().uses())
                .containsEntry("layers.0.weight", 32L * 32)
                .containsEntry("fc.weight", 1L);
    }

    @Test
    void without_the_data_set_the_size_of_the_images_is_not_known() {
        assertThat(ForwardPass.of(Map.of("network", "conv-2"))).isEmpty();
    }

    @Test
    void a_network_that_nobody_knows_is_refused_with_those_known() {
        assertThatThrownBy(() -> ForwardPass.of(Map.of("network", "conv-3", "dataset", "cifar-10")))
                .isInstanceOf(Invalid.class)
                .hasMessageContainingAll("conv-3", "conv-2");
    }
}
