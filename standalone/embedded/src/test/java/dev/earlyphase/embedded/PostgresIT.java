package dev.earlyphase.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.earlyphase.launcher.EmbeddedAddresses;
import dev.earlyphase.launcher.testing.EmbeddedStack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PostgresIT {

    private final EmbeddedAddresses addresses = EmbeddedStack.shared().addresses();

    @Test
    void the_user_owns_the_database() throws SQLException {
        try (Connection connection = connect(addresses.postgresUser(), addresses.postgresPassword());
                Statement statement = connection.createStatement()) {
            statement.execute("create schema study");
            statement.execute("create table study.trial (id text primary key)");
            statement.execute("insert into study.trial values ('ab12')");

            assertThat(first(statement, "select id from study.trial")).isEqualTo("ab12");
        }
    }

    @Test
    void the_user_rules_no_more_than_that() throws SQLException {
        assertThat(query("select rolsuper from pg_roles where rolname = current_user"))
                .isEqualTo("f");
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "password_encryption, scram-sha-256",
        "listen_addresses, 127.0.0.1",
        "server_encoding, UTF8"
    })
    void the_server_is_durable_and_keeps_to_itself(String setting, String value) throws SQLException {
        assertThat(query("show " + setting)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"earlyphase", "postgres"})
    void a_wrong_password_is_refused(String user) {
        assertThatThrownBy(() -> connect(user, "wrong"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = connect(addresses.postgresUser(), addresses.postgresPassword());
                Statement statement = connection.createStatement()) {
            return first(statement, sql);
        }
    }

    private static String first(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection(addresses.postgresUrl(), user, password);
    }
}
