package dev.earlyphase.gateway.outcome;

import java.util.Locale;
import jakarta.enterprise.context.ApplicationScoped;

import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.study.TrialRole;
import dev.earlyphase.contracts.trial.TrialState;
import dev.earlyphase.gateway.database.Database;
import dev.earlyphase.gateway.database.Row;

/** The outcomes of a study, through the view that the orchestrator offers. */
@ApplicationScoped
public class Outcomes {
    /** Names no specification: those are long, and Postgres would unpack each of them. */
    private static final String OF_STUDY =
            "select trial_id, seed, level, rewind, family, variant, begin_iteration, end_iteration, state, data_label,"
                    + " test_accuracy, test_loss, survivors, prunable from study.study_result where study_id = ?"
                    + " order by position";

    private final Database database;

    Outcomes(Database database) {
        this.database = database;
    }

    /** In the order of the study. */
    public StudyOutcomes of(StudyView study) {
        return new StudyOutcomes(study, database.list(OF_STUDY, Outcomes::outcome, study.id()));
    }

    private static Outcome outcome(Row row) {
        return new Outcome(
                row.text("trial_id"),
                new TrialRole(
                        row.whole("seed"),
                        row.integer("level"),
                        row.text("rewind"),
                        row.text("family"),
                        row.text("variant")),
                row.integer("begin_iteration"),
                row.integer("end_iteration"),
                TrialState.valueOf(row.text("state").toUpperCase(Locale.ROOT)),
                row.text("data_label"),
                row.number("test_accuracy"),
                row.number("test_loss"),
                density(row.whole("survivors"), row.whole("prunable")));
    }

    private static Double density(Long survivors, Long prunable) {
        return survivors == null || prunable == null || prunable == 0 ? null : (double) survivors / prunable;
    }
}
