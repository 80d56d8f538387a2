package dev.earlyphase.analyzer.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows for a table of the schema {@code results}, written as multi-row INSERTs. A row replaces one of the same key unless
 * that is of a newer attempt; written twice it changes nothing.
 */
public final class Upsert {
    /** Bounds what the driver holds in memory. */
    private static final int ROWS_A_BATCH = 512;

    private final String sql;

    private Upsert(String sql) {
        this.sql = sql;
    }

    /**
     * @param key the columns of the primary key
     * @param others the further columns, {@code attempt} among them
     */
    public static Upsert into(String table, List<String> key, List<String> others) {
        List<String> columns = new ArrayList<>(key);
        columns.addAll(others);
        return new Upsert(
                "insert into results.%s as stored (%s) values (%s) on conflict (%s) do update set %s where stored.attempt <= excluded.attempt"
                        .formatted(
                                table,
                                String.join(", ", columns),
                                columns.stream().map(column -> "?").collect(Collectors.joining(", ")),
                                String.join(", ", key),
                                others.stream()
                                        .map(column -> column + " = excluded." + column)
                                        .collect(Collectors.joining(", "))));
    }

    /**
     * Writes the rows.
     *
     * @param rows values in the order of the columns, as {@link Parameters} takes them; no two of one key
     */
    public void write(Connection connection, Collection<Object[]> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int waiting = 0;
            for (Object[] row : rows) {
                Parameters.bind(statement, row);
                statement.addBatch();
                if (++waiting % ROWS_A_BATCH == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
    }
}
