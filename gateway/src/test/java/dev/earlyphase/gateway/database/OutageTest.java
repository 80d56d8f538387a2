package dev.earlyphase.gateway.database;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.earlyphase.contracts.error.DomainException.Unavailable;

import static org.assertj.core.api.Assertions.assertThat;

class OutageTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"08001", "08006", "28P01", "53300", "57P01", "57P03"})
    void a_lost_or_refused_connection_will_pass(String state) {
        assertThat(Outage.of(new SQLException("gone", state)))
                .isInstanceOf(Unavailable.class)
                .hasMessage("Postgres does not answer.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3F000", "42P01"})
    void tables_that_are_not_there_will_come(String state) {
        assertThat(Outage.of(new SQLException("no such table", state)))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("not there yet");
    }

    @Test
    void any_other_refusal_is_a_mistake_of_ours() {
        assertThat(Outage.of(new SQLException("syntax error", "42601"))).isInstanceOf(IllegalStateException.class);
    }
}
