package dev.earlyphase.reliability.evidence;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import dev.earlyphase.launcher.EmbeddedAddresses;

/** The database of a stack, one connection a question: it may have died since the last one. */
public final class Database {
    private static final String LIMIT_SECONDS = "10";

    private final EmbeddedAddresses addresses;

    public Database(EmbeddedAddresses addresses) {
        this.addresses = addresses;
    }

    /** Makes something of a row. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Does something with an open connection. */
    @FunctionalInterface
    public interface Work {
        void with(Connection connection) throws SQLException;
    }

    /** @throws SQLException also while Postgres is away */
    public <T> List<T> ask(String query, Reading<T> reading, Object... parameters) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            var rows = new ArrayList<T>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reading.of(result));
                }
            }
            return rows;
        }
    }

    /** @throws SQLException also while Postgres is away */
    public void work(Work work) throws SQLException {
        try (Connection connection = connect()) {
            work.with(connection);
        }
    }

    private Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", addresses.postgresUser());
        properties.setProperty("password", addresses.postgresPassword());
        properties.setProperty("connectTimeout", LIMIT_SECONDS);
        properties.setProperty("loginTimeout", LIMIT_SECONDS);
        properties.setProperty("socketTimeout", "60");
        return DriverManager.getConnection(addresses.postgresUrl(), properties);
    }
}
