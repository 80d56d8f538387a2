package dev.earlyphase.cli.bench;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class QuantilesTest {
    @Test
    void a_quantile_is_the_smallest_value_that_so_many_do_not_exceed() {
        var hundred = Quantiles.of(
                IntStream.rangeClosed(1, 100).mapToObj(i -> (double) i).toList());

        assertThat(hundred.median()).isEqualTo(50);
        assertThat(hundred.at(0.99)).isEqualTo(99);
        assertThat(hundred.at(1)).isEqualTo(100);
    }

    @Test
    void the_order_of_the_values_does_not_matter() {
        assertThat(Quantiles.of(List.of(3.0, 1.0, 2.0)).median()).isEqualTo(2.0);
    }

    @Test
    void there_is_none_of_no_values() {
        assertThatThrownBy(() -> Quantiles.of(List.of())).hasMessage("no values");
    }
}
