package dev.earlyphase.analyzer.archive;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;

import dev.earlyphase.analyzer.store.Results;
import dev.earlyphase.contracts.archive.Lines;
import dev.earlyphase.contracts.event.TrialImported;

/** The table {@code imported}, and the rows of the others that an import brings. */
@ApplicationScoped
class ImportTable {
    /** Seconds; long trials have hundreds of megabytes of telemetry. */
    private static final int LONGEST = 1_800;

    private static final String DONE = "select count(*) from results.imported where trial = ? and attempt = ?";
    private static final String RECORD =
            "insert into results.imported (trial, attempt, fault) values (?, ?, ?) on conflict do nothing";

    private final Results results;
    private final ObjectMapper json;

    ImportTable(Results results, ObjectMapper json) {
        this.results = results;
        this.json = json;
    }

    boolean isDone(TrialImported imported) {
        return QuarkusTransaction.requiringNew()
                .call(() -> results.read(
                                        DONE,
                                        row -> row.getLong(1),
                                        imported.trial().value(),
                                        imported.attempt())
                                .getFirst()
                        == 1);
    }

    /**
     * Each line has the name of a table, a space and a row of it.
     *
     * @return how many rows
     * @throws dev.earlyphase.contracts.error.DomainException.Invalid where no table takes a line
     */
    long load(TrialImported imported, Lines lines) {
        return QuarkusTransaction.requiringNew().timeout(LONGEST).call(() -> {
            var rows = new RowsOfTrial(imported, results, json);
            for (String line = lines.next(); line != null; line = lines.next()) {
                rows.add(line, lines.place());
            }
            rows.flush();
            record(imported, null);
            return rows.written();
        });
    }

    void fail(TrialImported imported, String fault) {
        QuarkusTransaction.requiringNew().run(() -> record(imported, fault));
    }

    private void record(TrialImported imported, String fault) {
        results.update(RECORD, imported.trial().value(), imported.attempt(), fault);
    }
}
