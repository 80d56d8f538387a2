package dev.earlyphase.cli.study;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.earlyphase.cli.api.GatewayOption;
import dev.earlyphase.cli.api.Studies;
import dev.earlyphase.cli.figure.FigureList;
import dev.earlyphase.cli.progress.Watch;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.contracts.study.StudyView;

/** {@code watch}. */
@Command(name = "watch", description = "Follow a study until it ends, and say where its figures are.")
public final class WatchCommand implements Runnable {
    @Parameters(paramLabel = "STUDY", description = "Id of a study, or the beginning of one.")
    private String id;

    @Mixin
    private GatewayOption gatewayOption;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Studies studies = gatewayOption.gateway().studies();
        StudyView study = studies.read(id);
        Terminal terminal = Terminal.of(spec.commandLine().getOut());
        terminal.line("%s  %s", study.id(), study.name());
        new Watch(studies, terminal).untilEnd(study.id());
        FigureList.whereTo(studies.figures(study.id())).forEach(terminal::line);
    }
}
