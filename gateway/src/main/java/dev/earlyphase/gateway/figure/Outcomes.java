package dev.earlyphase.gateway.figure;

import java.util.List;
import java.util.Locale;
import jakarta.enterprise.context.ApplicationScoped;

import dev.earlyphase.contracts.trial.TrialState;
import dev.earlyphase.gateway.database.Database;
import dev.earlyphase.gateway.database.Row;

/** The outcomes of a study, through the view that the orchestrator offers. */
@ApplicationScoped
public class Outcomes {
    private static final String OF_STUDY =
            "select seed, level, rewind, begin_iteration, state, network, dataset, data_label, test_accuracy,"
                    + " survivors, prunable from study.study_result where study_id = ?";

    private final Database database;

    Outcomes(Database database) {
        this.database = database;
    }

    List<Outcome> of(String study) {
        return database.list(OF_STUDY, Outcomes::outcome, study);
    }

    private static Outcome outcome(Row row) {
        return new Outcome(
                row.whole("seed"),
                row.integer("level"),
                row.text("rewind"),
                row.integer("begin_iteration"),
                TrialState.valueOf(row.text("state").toUpperCase(Locale.ROOT)),
                row.text("network"),
                row.text("dataset"),
                row.text("data_label"),
                row.number("test_accuracy"),
                density(row.whole("survivors"), row.whole("prunable")));
    }

    private static Double density(Long survivors, Long prunable) {
        return survivors == null || prunable == null || prunable == 0 ? null : (double) survivors / prunable;
    }
}
