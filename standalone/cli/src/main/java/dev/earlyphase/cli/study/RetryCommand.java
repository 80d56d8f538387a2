package dev.earlyphase.cli.study;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.earlyphase.cli.api.Gateway;
import dev.earlyphase.cli.api.GatewayOption;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.study.TrialView;

/** {@code retry}. */
@Command(name = "retry", description = "Try the failed trials of a study again, or one trial.")
public final class RetryCommand implements Runnable {
    @Parameters(paramLabel = "STUDY|TRIAL", description = "Id of a study or a trial, or the beginning of one.")
    private String id;

    @Mixin
    private GatewayOption gatewayOption;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Gateway gateway = gatewayOption.gateway();
        Terminal terminal = Terminal.of(spec.commandLine().getOut());
        if (gateway.studies().isKnown(id)) {
            StudyView study = gateway.studies().retry(id);
            terminal.line("%s  %s", study.id(), study.state().id());
        } else {
            TrialView trial = gateway.trials().retry(id);
            terminal.line("%s  %s", trial.id(), trial.state().id());
        }
    }
}
