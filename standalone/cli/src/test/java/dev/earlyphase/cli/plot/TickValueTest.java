package dev.earlyphase.cli.plot;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TickValueTest {
    @Test
    void even_ticks_are_round_and_written_alike() {
        assertThat(TickValue.linear(-0.12, 0.31, 5))
                .extracting(TickValue::text)
                .containsExactly("-0.1", "0.0", "0.1", "0.2", "0.3");
    }

    @Test
    void of_few_decades_there_are_ticks_in_between() {
        assertThat(TickValue.logarithmic(1.5, 120, 8))
                .extracting(TickValue::text)
                .containsExactly("2", "5", "10", "20", "50", "100");
    }

    @Test
    void of_many_decades_some_are_left_out() {
        assertThat(TickValue.logarithmic(1e-6, 1e6, 6)).hasSizeBetween(3, 6);
    }

    @Test
    void where_nothing_is_round_there_are_the_two_ends() {
        assertThat(TickValue.logarithmic(0.7, 0.9, 6))
                .extracting(TickValue::text)
                .containsExactly("0.7", "0.9");
    }
}
