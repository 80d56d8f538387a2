package dev.earlyphase.gateway.telemetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.earlyphase.contracts.study.TrialRole;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.gateway.outcome.Outcome;
import dev.earlyphase.gateway.outcome.StudyOutcomes;
import dev.earlyphase.gateway.table.Column;

/**
 * Whose rows a table holds: those of one trial, or of all trials of a study, beside which stands what each is in it.
 *
 * @param columns that come first
 */
record Scope(List<Column> columns, List<Subject> subjects) {
    private static final Column TRIAL = Column.text("trial");
    private static final List<Column> TRIAL_AND_ROLE = List.of(
            TRIAL,
            Column.whole("seed"),
            Column.whole("level"),
            Column.text("rewind"),
            Column.text("family"),
            Column.text("variant"));

    /** @param cells of the first columns, the same in each row of the trial */
    record Subject(TrialId trial, List<?> cells) {
        /** A whole row. */
        List<?> row(Object... own) {
            var row = new ArrayList<Object>(cells);
            row.addAll(Arrays.asList(own));
            return row;
        }
    }

    static Scope of(TrialId trial) {
        return new Scope(List.of(TRIAL), List.of(new Subject(trial, List.of(trial))));
    }

    static Scope of(StudyOutcomes study) {
        return new Scope(
                TRIAL_AND_ROLE, study.outcomes().stream().map(Scope::subject).toList());
    }

    /** All columns of a table. */
    List<Column> with(List<Column> own) {
        var all = new ArrayList<>(columns);
        all.addAll(own);
        return all;
    }

    private static Subject subject(Outcome outcome) {
        TrialRole role = outcome.role();
        return new Subject(
                new TrialId(outcome.trial()),
                Arrays.asList(
                        outcome.trial(), role.seed(), role.level(), role.rewind(), role.family(), role.variant()));
    }
}
