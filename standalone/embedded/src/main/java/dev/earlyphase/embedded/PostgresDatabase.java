package dev.earlyphase.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import org.postgresql.PGConnection;

/** The database of the services and the user that owns it. */
final class PostgresDatabase {

    static final String ADMINISTRATOR = "postgres";
    static final String NAME = "earlyphase";

    private final int port;
    private final Secrets secrets;

    PostgresDatabase(int port, Secrets secrets) {
        this.port = port;
        this.secrets = secrets;
    }

    /** The JDBC address. */
    String url() {
        return url(NAME);
    }

    /** Makes user and database unless they are there. */
    void prepare() throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(url("postgres"), ADMINISTRATOR, secrets.postgresAdministrator());
                Statement statement = connection.createStatement()) {
            if (isMissing(statement, "select from pg_roles where rolname = '" + NAME + "'")) {
                statement.execute("create role " + NAME + " login");
            }
            // Sends a digest, so that no log of statements can hold the password.
            connection
                    .unwrap(PGConnection.class)
                    .alterUserPassword(NAME, secrets.postgres().toCharArray(), "scram-sha-256");
            if (isMissing(statement, "select from pg_database where datname = '" + NAME + "'")) {
                statement.execute("create database " + NAME + " owner " + NAME);
            }
        }
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }
}
