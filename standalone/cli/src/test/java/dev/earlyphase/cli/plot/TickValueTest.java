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
    void within_a_decade_ticks_are_even() {
        assertThat(TickValue.logarithmic(64, 100, 5))
                .extracting(TickValue::text)
                .containsExactly("70", "80", "90", "100");
    }
}
