package dev.earlyphase.cli.key;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.earlyphase.cli.exit.Failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LifetimeTest {
    @Test
    void days_hours_and_minutes_are_understood() {
        assertThat(Lifetime.parse("90d").length()).isEqualTo(Duration.ofDays(90));
        assertThat(Lifetime.parse("12h").length()).isEqualTo(Duration.ofHours(12));
        assertThat(Lifetime.parse("30m").length()).isEqualTo(Duration.ofMinutes(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "90", "0d", "-1d", "90 d", "1y", "12345678d"})
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> Lifetime.parse(text))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("90d, 12h, 30m");
    }
}
