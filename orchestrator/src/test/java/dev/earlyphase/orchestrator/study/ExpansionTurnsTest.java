package dev.earlyphase.orchestrator.study;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.error.DomainException.Unavailable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ExpansionTurnsTest {
    private final ExpansionTurns turns = new ExpansionTurns(1, Duration.ZERO);

    @Test
    void one_study_too_many_is_told_to_come_again() {
        assertThatThrownBy(() -> turns.take(() -> turns.take(() -> "nested")))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("Too many studies");
    }

    @Test
    void a_turn_is_given_back_even_by_one_that_fails() {
        assertThatThrownBy(() -> turns.take(() -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(turns.<String>take(() -> "next")).isEqualTo("next");
    }
}
