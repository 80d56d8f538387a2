package dev.earlyphase.orchestrator.support;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** How Postgres would answer a query over many rows: the tables of tests are too small for it to use indices unasked. */
public final class Plan {
    private Plan() {}

    /** @param vacuumed a table of which the plan should take it that most rows are visible to all */
    public static String of(DataSource database, String vacuumed, String query) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("vacuum analyze " + vacuumed);
            statement.execute("set enable_seqscan = off");
            try (var plan = statement.executeQuery("explain " + query)) {
                while (plan.next()) {
                    lines.add(plan.getString(1));
                }
            } finally {
                statement.execute("reset enable_seqscan");
            }
        }
        return String.join("\n", lines);
    }
}
