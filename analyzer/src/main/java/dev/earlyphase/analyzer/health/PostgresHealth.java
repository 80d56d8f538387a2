package dev.earlyphase.analyzer.health;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Postgres answers. */
@Readiness
@ApplicationScoped
class PostgresHealth implements HealthCheck {
    private static final int LIMIT_SECONDS = 3;

    private final DataSource database;

    PostgresHealth(DataSource database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("postgres");
        try (Connection connection = database.getConnection()) {
            return connection.isValid(LIMIT_SECONDS)
                    ? response.up().build()
                    : response.down()
                            .withData("reason", "the connection is broken")
                            .build();
        } catch (SQLException e) {
            return response.down().withData("reason", e.getMessage()).build();
        }
    }
}
