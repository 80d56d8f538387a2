package dev.earlyphase.analyzer.archive;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earlyphase.analyzer.store.Results;
import dev.earlyphase.contracts.archive.ResultTable;
import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.event.TrialImported;

/**
 * Rows on their way into the tables, many in a statement. Postgres reads them as it wrote them, so that no digit is lost;
 * columns that an older archive does not have get their defaults.
 */
final class RowsOfTrial {
    private static final int ROWS_A_STATEMENT = 500;
    private static final int CHARACTERS_A_STATEMENT = 4 << 20;

    private final TrialImported imported;
    private final Results results;
    private final ObjectMapper json;
    private final Map<ResultTable, String> statements = new EnumMap<>(ResultTable.class);
    private final List<String> waiting = new ArrayList<>();
    private ResultTable table;
    private long characters;
    private long written;

    RowsOfTrial(TrialImported imported, Results results, ObjectMapper json) {
        this.imported = imported;
        this.results = results;
        this.json = json;
    }

    void add(String line, String place) {
        int space = line.indexOf(' ');
        String name = space < 0 ? line : line.substring(0, space);
        ResultTable next = ResultTable.of(name).orElseThrow(() -> new Invalid(place, name, "the name of a table"));
        String row = line.substring(space + 1);
        if (next != table || waiting.size() == ROWS_A_STATEMENT || characters > CHARACTERS_A_STATEMENT) {
            flush();
            table = next;
        }
        statements.computeIfAbsent(next, first -> statement(first, columns(row, place)));
        waiting.add(row);
        characters += row.length();
    }

    void flush() {
        if (!waiting.isEmpty()) {
            written += results.update(
                    statements.get(table),
                    "[" + String.join(",", waiting) + "]",
                    imported.trial().value(),
                    imported.attempt() - imported.before());
        }
        waiting.clear();
        characters = 0;
    }

    long written() {
        return written;
    }

    private List<String> columns(String row, String place) {
        try {
            JsonNode tree = json.readTree(row);
            Check.that(tree.isObject(), place, tree.getNodeType(), "a JSON object");
            return tree.properties().stream().map(Map.Entry::getKey).toList();
        } catch (JsonProcessingException e) {
            throw new Invalid(place, "broken JSON", "a JSON object; " + e.getOriginalMessage());
        }
    }

    private String statement(ResultTable of, List<String> columns) {
        Set<String> known = Set.copyOf(results.read(
                "select column_name from information_schema.columns where table_schema = 'results' and table_name = ?",
                row -> row.getString(1),
                of.id()));
        for (String column : columns) {
            Check.that(known.contains(column), of.id(), column, "a column that this version knows");
        }
        return """
                insert into results.%1$s (%2$s)
                select %3$s from json_populate_recordset(null::results.%1$s, cast(? as json)) r
                where r.trial = ? and r.attempt between 1 and ? on conflict do nothing""".formatted(
                        of.id(),
                        String.join(", ", columns),
                        columns.stream().map(this::renumbered).collect(Collectors.joining(", ")));
    }

    /** The value of a column under the attempt numbers of this installation. */
    private String renumbered(String column) {
        return switch (column) {
            case "attempt" -> "r.attempt + " + imported.before();
            case "key", "mask_key" ->
                "regexp_replace(r.%1$s, '/attempt-[0-9]+/', '/attempt-' || (cast(substring(r.%1$s from '/attempt-([0-9]+)/') as int) + %2$d) || '/')"
                        .formatted(column, imported.before());
            default -> "r." + column;
        };
    }
}
