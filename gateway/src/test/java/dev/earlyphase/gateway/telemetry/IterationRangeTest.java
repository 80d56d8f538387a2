package dev.earlyphase.gateway.telemetry;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.error.DomainException.Invalid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IterationRangeTest {
    @Test
    void nothing_given_means_every_iteration() {
        assertThat(IterationRange.of(null, null, null)).isEqualTo(new IterationRange(0, Integer.MAX_VALUE, 1));
    }

    @Test
    void a_range_that_ends_before_it_begins_is_refused() {
        assertThatThrownBy(() -> IterationRange.of("10", "9", null))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("to: got 9")
                .hasMessageContaining("at least 10");
    }
}
