package dev.earlyphase.analyzer.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import javax.sql.DataSource;
import jakarta.enterprise.context.ApplicationScoped;

/** The tables of the schema {@code results}, within the transaction of the caller. */
@ApplicationScoped
public class Results {
    private final DataSource database;

    public Results(DataSource database) {
        this.database = database;
    }

    /** @throws UncheckedSqlException where Postgres refuses or does not answer */
    public void write(Upsert upsert, Collection<Object[]> rows) {
        try (Connection connection = database.getConnection()) {
            upsert.write(connection, rows);
        } catch (SQLException e) {
            throw UncheckedSqlException.of(e);
        }
    }
}
