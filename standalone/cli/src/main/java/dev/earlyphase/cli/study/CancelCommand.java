package dev.earlyphase.cli.study;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import dev.earlyphase.cli.api.GatewayOption;
import dev.earlyphase.cli.result.JsonOption;
import dev.earlyphase.contracts.study.StudyView;

/** {@code cancel}. */
@Command(
        name = "cancel",
        description = "Cancel a study; trials that other studies want go on.",
        footer = {"", "Example:", "  earlyphase cancel 0f3a"})
public final class CancelCommand implements Runnable {
    @Parameters(paramLabel = "STUDY", description = "Id of a study, or the beginning of one.")
    private String id;

    @Mixin
    private JsonOption json;

    @Mixin
    private GatewayOption gatewayOption;

    @Override
    public void run() {
        StudyView study = gatewayOption.gateway().studies().cancel(id);
        json.print(
                study,
                terminal -> terminal.line("%s  %s", study.id(), study.state().id()));
    }
}
