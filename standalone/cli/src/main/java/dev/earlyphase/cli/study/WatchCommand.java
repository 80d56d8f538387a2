package dev.earlyphase.cli.study;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import dev.earlyphase.cli.api.GatewayOption;
import dev.earlyphase.cli.api.Studies;
import dev.earlyphase.cli.figure.FigureList;
import dev.earlyphase.cli.progress.Watch;
import dev.earlyphase.cli.result.JsonOption;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.cli.terminal.Words;
import dev.earlyphase.contracts.study.StudyView;

/** {@code watch}. */
@Command(
        name = "watch",
        description = {
            "Follow a study until it ends, and say where its figures are.",
            "In a terminal with a bar for each running trial, elsewhere in plain lines; with --json a line of JSON for"
                    + " each change. Ctrl-C ends the command, not the study."
        },
        footer = {
            "",
            "Examples:",
            "  earlyphase watch 0f3a",
            "  earlyphase watch 0f3a --json | jq .progress.secondsLeft"
        })
public final class WatchCommand implements Runnable {
    @Parameters(paramLabel = "STUDY", description = "Id of a study, or the beginning of one.")
    private String id;

    @Mixin
    private JsonOption json;

    @Mixin
    private GatewayOption gatewayOption;

    @Override
    public void run() {
        Studies studies = gatewayOption.gateway().studies();
        StudyView study = studies.read(id);
        if (json.isGiven()) {
            Watch.handingOn(json::printLine, studies, json.terminal()).untilEnd(study.id());
            return;
        }
        Terminal terminal = json.terminal();
        terminal.line("%s  %s", study.id(), Words.safe(study.name()));
        new Watch(studies, terminal).untilEnd(study.id());
        FigureList.whereTo(studies.figures(study.id())).forEach(terminal::line);
    }
}
