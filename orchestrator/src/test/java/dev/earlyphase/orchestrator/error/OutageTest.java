package dev.earlyphase.orchestrator.error;

import java.sql.SQLException;
import javax.transaction.xa.XAException;
import jakarta.ws.rs.core.Response;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.earlyphase.contracts.error.Problem;

import static org.assertj.core.api.Assertions.assertThat;

class OutageTest {
    @ParameterizedTest
    @CsvSource({
        "08001, the connection was refused, true, false",
        "57P01, terminating connection due to administrator command, true, false",
        "40P01, deadlock detected, false, true",
        "23505, duplicate key, false, false",
        ", Sorry - Acquisition timeout!, true, false",
        ", something else, false, false",
    })
    void what_passes_is_told_from_what_does_not(String state, String message, boolean absence, boolean contention) {
        Exception failure = new IllegalStateException("in a transaction", new SQLException(message, state));

        assertThat(Outage.isAbsence(failure)).isEqualTo(absence);
        assertThat(Outage.isContention(failure)).isEqualTo(contention);
    }

    @Test
    void a_commit_that_was_broken_off_is_known_by_what_it_suppressed() {
        var commit = new IllegalStateException("Could not commit transaction");
        commit.addSuppressed(new XAException("in the commit"));
        commit.getSuppressed()[0].initCause(new SQLException("terminating connection", "57P01"));

        assertThat(Outage.isAbsence(new IllegalStateException(commit))).isTrue();
    }

    @Test
    void while_postgres_is_away_the_answer_is_503() {
        Exception failure = new IllegalStateException("in a transaction", new SQLException("refused", "08001"));

        Response response = new ProblemMapper().toResponse(failure);

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getEntity()).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.type())
                .isEqualTo("/errors/unavailable"));
    }
}
