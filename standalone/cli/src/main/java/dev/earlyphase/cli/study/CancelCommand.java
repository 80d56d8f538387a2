package dev.earlyphase.cli.study;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.earlyphase.cli.api.GatewayOption;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.contracts.study.StudyView;

/** {@code cancel}. */
@Command(name = "cancel", description = "Cancel a study; trials that other studies want go on.")
public final class CancelCommand implements Runnable {
    @Parameters(paramLabel = "STUDY", description = "Id of a study, or the beginning of one.")
    private String id;

    @Mixin
    private GatewayOption gatewayOption;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        StudyView study = gatewayOption.gateway().studies().cancel(id);
        Terminal.of(spec.commandLine().getOut())
                .line("%s  %s", study.id(), study.state().id());
    }
}
