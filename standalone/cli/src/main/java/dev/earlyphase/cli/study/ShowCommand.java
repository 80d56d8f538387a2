package dev.earlyphase.cli.study;

import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.earlyphase.cli.api.Gateway;
import dev.earlyphase.cli.api.GatewayOption;
import dev.earlyphase.cli.api.Studies;
import dev.earlyphase.cli.result.JsonOption;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.TrialState;

/** {@code show}. */
@Command(
        name = "show",
        description = "Show a study or a trial as it stands.",
        footer = {
            "",
            "Examples:",
            "  earlyphase show 0f3a",
            "  earlyphase show 0f3a --trials",
            "  earlyphase show 5cd78857a4ac --json | jq .result"
        })
public final class ShowCommand implements Runnable {
    private static final int MOST_FAILURES = 5;

    @Parameters(
            paramLabel = "STUDY|TRIAL",
            description = "Id of a study or a trial, or the beginning of one; of a trial's at least eight digits.")
    private String id;

    @Option(names = "--trials", description = "Of a study: its trials instead, in their order.")
    private boolean trials;

    @Mixin
    private JsonOption json;

    @Mixin
    private GatewayOption gatewayOption;

    @Override
    public void run() {
        Gateway gateway = gatewayOption.gateway();
        Studies studies = gateway.studies();
        if (!studies.isKnown(id)) {
            TrialView trial = gateway.trials().read(id);
            json.print(trial, terminal -> TrialLines.of(trial).forEach(terminal::line));
        } else if (trials) {
            List<TrialView> all = studies.trials(id);
            json.print(
                    all, terminal -> TrialTable.lines(all, terminal.lineWidth()).forEach(terminal::line));
        } else {
            StudyView study = studies.read(id);
            json.print(study, terminal -> tell(studies, study, terminal));
        }
    }

    private static void tell(Studies studies, StudyView study, Terminal terminal) {
        StudyLines.of(study).forEach(terminal::line);
        if (study.trials().getOrDefault(TrialState.FAILED, 0) > 0) {
            studies.trials(study.id(), TrialState.FAILED, MOST_FAILURES)
                    .forEach(trial -> terminal.line(StudyLines.failure(trial)));
        }
    }
}
