package dev.earlyphase.cli.study;

import java.nio.file.Path;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.earlyphase.cli.api.GatewayOption;
import dev.earlyphase.cli.api.Studies;
import dev.earlyphase.cli.api.StudyFile;
import dev.earlyphase.cli.figure.FigureList;
import dev.earlyphase.cli.progress.Watch;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.cli.terminal.Words;
import dev.earlyphase.contracts.study.StudyView;

/** {@code submit}. */
@Command(name = "submit", description = "Submit a study.")
public final class SubmitCommand implements Runnable {
    @Parameters(paramLabel = "FILE", description = "The study, YAML or JSON.")
    private Path file;

    @Option(names = "--watch", description = "Follow it until it ends, and say where its figures are.")
    private boolean watch;

    @Mixin
    private GatewayOption gatewayOption;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        StudyFile study = StudyFile.read(file);
        Studies studies = gatewayOption.gateway().studies();
        Terminal terminal = Terminal.of(spec.commandLine().getOut());
        StudyView submitted = announced(studies.submit(study), terminal);
        if (watch) {
            new Watch(studies, terminal).untilEnd(submitted.id());
            FigureList.whereTo(studies.figures(submitted.id())).forEach(terminal::line);
        }
    }

    private static StudyView announced(Studies.Submission submission, Terminal terminal) {
        StudyView study = submission.study();
        terminal.line(
                "%s  %s, %s%s",
                study.id(),
                study.name(),
                Words.count(study.progress().of(), "trial"),
                submission.isNew() ? "" : " (known already)");
        return study;
    }
}
