package dev.earlyphase.gateway.database;

import java.sql.SQLException;
import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;

/** Locks in Postgres: of all gateways one does a work, and when it dies another can. */
@ApplicationScoped
public class OneAtATime {
    private final AgroalDataSource source;

    OneAtATime(AgroalDataSource source) {
        this.source = source;
    }

    /**
     * Does nothing while another is at this work.
     *
     * @param number by which the work is known; no other work has it
     */
    public void run(long number, Runnable work) {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            try (var taken = statement.executeQuery("select pg_try_advisory_lock(" + number + ")")) {
                if (!taken.next() || !taken.getBoolean(1)) {
                    return;
                }
            }
            try {
                work.run();
            } finally {
                statement.execute("select pg_advisory_unlock(" + number + ")");
            }
        } catch (SQLException failure) {
            throw Outage.of(failure);
        }
    }
}
