package dev.earlyphase.analyzer.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The tables of the schema {@code results}, within the transaction of the caller. All throws are
 * {@link UncheckedSqlException}, where Postgres refuses or does not answer.
 */
@ApplicationScoped
public class Results {
    private final DataSource database;

    public Results(DataSource database) {
        this.database = database;
    }

    public void write(Upsert upsert, Collection<Object[]> rows) {
        try (Connection connection = database.getConnection()) {
            upsert.write(connection, rows);
        } catch (SQLException e) {
            throw UncheckedSqlException.of(e);
        }
    }

    /** All rows of a query. */
    public <T> List<T> read(String query, RowReader<T> reader, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            Parameters.bind(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                var read = new ArrayList<T>();
                while (rows.next()) {
                    read.add(reader.read(rows));
                }
                return read;
            }
        } catch (SQLException e) {
            throw UncheckedSqlException.of(e);
        }
    }

    /**
     * Carries out a statement.
     *
     * @return how many rows it touched
     */
    public int update(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            Parameters.bind(statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw UncheckedSqlException.of(e);
        }
    }

    /**
     * Deletes rows.
     *
     * @param table in the schema {@code results}
     * @param condition as in SQL, with a question mark for each parameter
     * @return how many
     */
    public int delete(String table, String condition, Object... parameters) {
        return update("delete from results.%s where %s".formatted(table, condition), parameters);
    }
}
