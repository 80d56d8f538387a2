package dev.earlyphase.reliability.load.fill;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import dev.earlyphase.cli.home.Home;
import dev.earlyphase.launcher.AddressFile;

/** Connections to the database of a stack, past its services. */
public final class Bulk {
    private Bulk() {}

    /** One that does not wait for the disk at every commit. */
    public static Connection connect(Home home) throws SQLException {
        var addresses = new AddressFile(home.folder())
                .read()
                .orElseThrow(() -> new IllegalStateException("the embedded servers of " + home + " do not run"));
        Connection connection = DriverManager.getConnection(
                addresses.postgresUrl(), addresses.postgresUser(), addresses.postgresPassword());
        try (var statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off; set temp_buffers = '128MB'");
        }
        return connection;
    }

    /** The single number that a query comes to. */
    public static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
