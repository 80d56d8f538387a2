package dev.earlyphase.reliability.check;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.earlyphase.reliability.evidence.Database;

/**
 * What studies came to, to the last bit.
 *
 * @param weights SHA-256 of the weights at each trial's end, by trial
 * @param rows every row of the results, as its place and the MD5 of what it says, by table
 */
public record Results(Map<String, String> weights, Map<String, Set<String>> rows) {
    /** Tables of results; those that say something of each checkpoint have more rows where one was written to resume from. */
    static final List<String> OF_TRIALS =
            List.of("telemetry", "evaluation", "measurement", "mask_statistics", "mask_bits");

    static final List<String> OF_CHECKPOINTS = List.of("tensor_statistics", "end_comparison", "mask_convergence");

    private static final String WEIGHTS = """
            select id, coalesce(result ->> 'weightsSha256', 'none') from study.trial""";

    private static final String ROWS = """
            select trial || coalesce(' at ' || (whole ->> 'iteration') || 'it', '') || coalesce(' ' || (whole ->> 'name'), '')
                   || coalesce(' ' || (whole ->> 'tensor'), '') || coalesce(' ' || (whole ->> 'density'), '')
                   || ' = ' || md5((whole - 'attempt')::text)
            from (select trial, to_jsonb(row) as whole from results.%s row) rows""";

    private record Weights(String trial, String sha256) {}

    static Results of(Database database) throws SQLException {
        var rows = new TreeMap<String, Set<String>>();
        for (List<String> tables : List.of(OF_TRIALS, OF_CHECKPOINTS)) {
            for (String table : tables) {
                rows.put(table, new TreeSet<>(database.ask(ROWS.formatted(table), row -> row.getString(1))));
            }
        }
        return new Results(weights(database), rows);
    }

    static Map<String, String> weights(Database database) throws SQLException {
        return database.ask(WEIGHTS, row -> new Weights(row.getString(1), row.getString(2))).stream()
                .collect(Collectors.toMap(Weights::trial, Weights::sha256));
    }

    /** How many rows there are in all. */
    public int size() {
        return rows.values().stream().mapToInt(Set::size).sum();
    }
}
