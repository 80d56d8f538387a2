package dev.earlyphase.cli.study;

import java.nio.file.Path;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.earlyphase.cli.api.GatewayOption;
import dev.earlyphase.cli.api.Studies;
import dev.earlyphase.cli.api.StudyFile;
import dev.earlyphase.cli.figure.FigureList;
import dev.earlyphase.cli.progress.Watch;
import dev.earlyphase.cli.result.JsonOption;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.cli.terminal.Words;
import dev.earlyphase.contracts.study.StudyView;

/** {@code submit}. */
@Command(
        name = "submit",
        description = "Submit a study.",
        footer = {
            "",
            "Examples:",
            "  earlyphase submit studies/demo.yaml --watch",
            "  earlyphase submit study.yaml --json | jq -r .id"
        })
public final class SubmitCommand implements Runnable {
    @Parameters(paramLabel = "FILE", description = "The study, YAML or JSON.")
    private Path file;

    @Option(names = "--watch", description = "Follow it until it ends, and say where its figures are.")
    private boolean watch;

    @Mixin
    private JsonOption json;

    @Mixin
    private GatewayOption gatewayOption;

    @Override
    public void run() {
        StudyFile study = StudyFile.read(file);
        Studies studies = gatewayOption.gateway().studies();
        Studies.Submission submission = studies.submit(study);
        String id = submission.study().id();
        Terminal terminal = json.terminal();
        if (json.isGiven() && watch) {
            Watch.handingOn(json::printLine, studies, terminal).untilEnd(id);
            return;
        }
        json.print(submission.study(), lines -> lines.line(announcement(submission)));
        if (watch) {
            new Watch(studies, terminal).untilEnd(id);
            FigureList.whereTo(studies.figures(id)).forEach(terminal::line);
        }
    }

    private static String announcement(Studies.Submission submission) {
        StudyView study = submission.study();
        return "%s  %s, %s%s"
                .formatted(
                        study.id(),
                        Words.safe(study.name()),
                        Words.count(study.progress().of(), "trial"),
                        submission.isNew() ? "" : " (known already)");
    }
}
