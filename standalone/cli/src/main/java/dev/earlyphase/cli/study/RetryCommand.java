package dev.earlyphase.cli.study;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import dev.earlyphase.cli.api.Gateway;
import dev.earlyphase.cli.api.GatewayOption;
import dev.earlyphase.cli.result.JsonOption;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.study.TrialView;

/** {@code retry}. */
@Command(
        name = "retry",
        description = "Try the failed trials of a study again, or one trial.",
        footer = {"", "Examples:", "  earlyphase retry 0f3a", "  earlyphase retry 5cd78857a4ac"})
public final class RetryCommand implements Runnable {
    @Parameters(paramLabel = "STUDY|TRIAL", description = "Id of a study or a trial, or the beginning of one.")
    private String id;

    @Mixin
    private JsonOption json;

    @Mixin
    private GatewayOption gatewayOption;

    @Override
    public void run() {
        Gateway gateway = gatewayOption.gateway();
        if (gateway.studies().isKnown(id)) {
            StudyView study = gateway.studies().retry(id);
            json.print(
                    study,
                    terminal ->
                            terminal.line("%s  %s", study.id(), study.state().id()));
        } else {
            TrialView trial = gateway.trials().retry(id);
            json.print(
                    trial,
                    terminal ->
                            terminal.line("%s  %s", trial.id(), trial.state().id()));
        }
    }
}
