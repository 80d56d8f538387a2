package dev.earlyphase.gateway.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import dev.earlyphase.contracts.archive.ArchivedTrial;
import dev.earlyphase.contracts.archive.Lines;
import dev.earlyphase.contracts.archive.ResultTable;
import dev.earlyphase.contracts.error.Check;

/** All tables of an archive, read side by side: the rows of one trial after another. */
final class StatisticsOfTrials implements AutoCloseable {
    private final List<Table> tables = new ArrayList<>();

    StatisticsOfTrials(ArchiveFile archive) {
        for (ResultTable table : ResultTable.values()) {
            if (archive.has(Entries.of(table))) {
                tables.add(new Table(table, archive.read(Entries.of(table))));
            }
        }
    }

    /** What becomes of a row. */
    interface Taker {
        void take(ResultTable table, String row) throws IOException;
    }

    /** The rows of the next trial, of which each is of one of its attempts. */
    void next(ArchivedTrial trial, Taker taker) throws IOException {
        for (Table table : tables) {
            table.next(trial, taker);
        }
    }

    /** After the last trial there is no row left. */
    void demandEnd() {
        tables.forEach(Table::demandEnd);
    }

    @Override
    public void close() throws IOException {
        for (Table table : tables) {
            table.content.close();
        }
    }

    private static final class Table {
        private final ResultTable table;
        private final InputStream content;
        private final Lines lines;
        private String row;
        private RowHead head;

        Table(ResultTable table, InputStream content) {
            this.table = table;
            this.content = content;
            this.lines = new Lines(Entries.of(table), content);
            advance();
        }

        void next(ArchivedTrial trial, Taker taker) throws IOException {
            while (row != null && head.trial().equals(trial.id().value())) {
                int attempt = head.attempt();
                Check.that(
                        attempt >= 1 && attempt <= trial.attempts(),
                        lines.place() + ".attempt",
                        attempt,
                        "1 to " + trial.attempts());
                taker.take(table, row);
                advance();
            }
        }

        void demandEnd() {
            Check.that(
                    row == null,
                    lines.place() + ".trial",
                    row == null ? null : head.trial(),
                    "trials in the order of " + Entries.TRIALS);
        }

        private void advance() {
            row = lines.next();
            head = row == null ? null : RowHead.of(row, lines.place());
        }
    }
}
