package dev.earlyphase.cli.study;

import java.util.List;

import dev.earlyphase.cli.progress.TrialName;
import dev.earlyphase.cli.terminal.TextTable;
import dev.earlyphase.cli.terminal.Words;
import dev.earlyphase.contracts.study.TrialView;

/** The trials of a study, a row for each. */
final class TrialTable {
    private TrialTable() {}

    static List<String> lines(List<TrialView> trials, int width) {
        var table = new TextTable("TRIAL", "IN THE STUDY", "STATE", "ITERATION", "ACCURACY", "DENSITY", "ATTEMPTS")
                .left(1, 2);
        trials.forEach(trial -> table.row(
                trial.id().brief(),
                TrialName.of(trial),
                trial.state().id(),
                Words.number(trial.iteration()) + " of " + Words.number(trial.endIteration()),
                trial.result() == null ? "" : Words.percent(trial.result().testAccuracy()),
                trial.result() == null ? "" : Words.percent(trial.result().density()),
                Words.number(trial.attempts())));
        return table.lines(width);
    }
}
