package dev.earlyphase.gateway.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;

/** Queries; this service writes nothing. */
@ApplicationScoped
public class Database {
    private static final int ROWS_A_FETCH = 100;

    private final AgroalDataSource source;

    Database(AgroalDataSource source) {
        this.source = source;
    }

    /**
     * The rows of a query, in its order.
     *
     * @param parameters for the question marks in {@code sql}, in their order
     * @throws dev.earlyphase.contracts.error.DomainException.Unavailable when Postgres does not answer, or the tables
     *     are not there yet
     */
    public <T> List<T> list(String sql, Function<Row, T> row, Object... parameters) {
        var rows = new ArrayList<T>();
        each(sql, found -> rows.add(row.apply(found)), parameters);
        return rows;
    }

    /** Hands on one row after another, of which none is kept here; otherwise like {@link #list}. */
    public void each(String sql, Consumer<Row> row, Object... parameters) {
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (var results = statement.executeQuery()) {
                var present = new Row(results);
                while (results.next()) {
                    row.accept(present);
                }
            }
        } catch (SQLException failure) {
            throw Outage.of(failure);
        }
    }

    /**
     * Like {@link #each}, for more rows than fit into memory: the driver fetches some at a time.
     */
    public void stream(String sql, Consumer<Row> row, Object... parameters) {
        try (var connection = source.getConnection()) {
            // The driver reads in parts only within a transaction.
            connection.setAutoCommit(false);
            try (var statement = connection.prepareStatement(sql)) {
                statement.setFetchSize(ROWS_A_FETCH);
                bind(statement, parameters);
                try (var results = statement.executeQuery()) {
                    var present = new Row(results);
                    while (results.next()) {
                        row.accept(present);
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw Outage.of(failure);
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
