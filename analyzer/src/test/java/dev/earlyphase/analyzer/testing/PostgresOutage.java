package dev.earlyphase.analyzer.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Ends all connections to the database and lets no new one in. */
@ApplicationScoped
public class PostgresOutage {
    private final String url;
    private final String user;
    private final String password;

    PostgresOutage(
            @ConfigProperty(name = "earlyphase.postgres.url") String url,
            @ConfigProperty(name = "earlyphase.postgres.user") String user,
            @ConfigProperty(name = "earlyphase.postgres.password") String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** Lasts while the action does. */
    public void during(Runnable action) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(url.replace("/earlyphase", "/postgres"), user, password);
                Statement statement = connection.createStatement()) {
            statement.execute("alter database earlyphase with allow_connections false");
            try {
                statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = 'earlyphase' and pid <> pg_backend_pid() and usename = current_user");
                action.run();
            } finally {
                statement.execute("alter database earlyphase with allow_connections true");
            }
        }
    }
}
