package dev.earlyphase.analyzer.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import jakarta.enterprise.context.ApplicationScoped;

import dev.earlyphase.contracts.trial.TrialId;

/** The schema {@code results}, as the gateway sees it. */
@ApplicationScoped
public class Tables {
    private final DataSource database;

    Tables(DataSource database) {
        this.database = database;
    }

    /** All rows of a trial by column name, arrays as lists, in a stable order. */
    public List<Map<String, Object>> rows(String table, TrialId trial) {
        return query("select * from results." + table + " where trial = ? order by 1, 2, 3", trial.value());
    }

    /** All rows of a query, likewise. */
    public List<Map<String, Object>> query(String sql, String... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            return rows(statement.executeQuery());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All tables that tell of trials. */
    public List<String> ofTrials() {
        return query("select table_name from information_schema.columns"
                        + " where table_schema = 'results' and column_name = 'trial'")
                .stream()
                .map(row -> (String) row.get("table_name"))
                .toList();
    }

    private static List<Map<String, Object>> rows(ResultSet results) throws SQLException {
        var rows = new ArrayList<Map<String, Object>>();
        while (results.next()) {
            var row = new LinkedHashMap<String, Object>();
            for (int i = 1; i <= results.getMetaData().getColumnCount(); i++) {
                Object value = results.getObject(i);
                row.put(
                        results.getMetaData().getColumnName(i),
                        value instanceof java.sql.Array array ? Arrays.asList((Object[]) array.getArray()) : value);
            }
            rows.add(row);
        }
        return rows;
    }
}
