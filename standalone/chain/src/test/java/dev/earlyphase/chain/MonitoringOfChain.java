package dev.earlyphase.chain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import dev.earlyphase.launcher.EmbeddedAddresses;

/** What Grafana does with a query, and the documentation's table of metrics. */
final class MonitoringOfChain {
    private static final Pattern TIME_FILTER = Pattern.compile("\\$__timeFilter\\(([^)]*)\\)");
    private static final Pattern ROW = Pattern.compile("^\\| `(earlyphase_[a-z_]+)` \\| [^|]+ \\| [^|]+ \\| (.+) \\|$");

    private MonitoringOfChain() {}

    /** The query as Grafana sends it for one study and the last day. */
    static String asGrafanaSends(String query, String study) {
        return TIME_FILTER
                .matcher(query.replace("${study:sqlstring}", "'" + study + "'"))
                .replaceAll("$1 between now() - interval '1 day' and now()");
    }

    /** The number of rows that a query finds. */
    static int rows(String query, EmbeddedAddresses at) {
        try (Connection connection =
                        DriverManager.getConnection(at.postgresUrl(), at.postgresUser(), at.postgresPassword());
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            int rows = 0;
            while (found.next()) {
                rows++;
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }

    /** Meanings by name, from the table of docs/monitoring.md. */
    static Map<String, String> documented() throws IOException {
        var documented = new TreeMap<String, String>();
        for (String line : Files.readAllLines(Path.of("../../docs/monitoring.md"))) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                documented.put(row.group(1), row.group(2));
            }
        }
        return documented;
    }
}
