package dev.earlyphase.cli.study;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.earlyphase.cli.api.GatewayOption;
import dev.earlyphase.cli.api.Studies;
import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.result.JsonOption;
import dev.earlyphase.cli.terminal.Confirmation;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.cli.terminal.Words;
import dev.earlyphase.contracts.study.Storage;

/** {@code delete}. */
@Command(
        name = "delete",
        description = "Delete a study with those of its trials and checkpoints that no other study has.",
        footer = {"", "Examples:", "  earlyphase delete 0f3a --dry-run", "  earlyphase delete 0f3a --yes"})
public final class DeleteCommand implements Runnable {
    @Parameters(paramLabel = "STUDY", description = "Id of a study, or the beginning of one.")
    private String id;

    @Option(names = "--dry-run", description = "Only say what it holds and what deleting it would free.")
    private boolean dryRun;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    @Mixin
    private JsonOption json;

    @Mixin
    private GatewayOption gatewayOption;

    @Override
    public void run() {
        Studies studies = gatewayOption.gateway().studies();
        Storage storage = studies.storage(id);
        if (dryRun) {
            json.print(storage, terminal -> StorageLines.of(storage).forEach(terminal::line));
            return;
        }
        Terminal terminal = json.terminal();
        StorageLines.of(storage).forEach(terminal::line);
        if (!yes && !Confirmation.of("Delete it for good?", "--yes", terminal)) {
            terminal.line("Nothing was deleted");
            return;
        }
        Storage freed = delete(studies, storage.study());
        json.print(
                freed,
                lines -> lines.line(
                        "Deleted: %s, %s, %s",
                        Words.count(freed.ownTrials(), "trial"),
                        Words.count(freed.ownObjects(), "object"),
                        Words.bytes(freed.ownBytes())));
    }

    private static Storage delete(Studies studies, String study) {
        try {
            return studies.delete(study);
        } catch (Failure failure) {
            throw failure.orInConflict("To cancel it: earlyphase cancel " + study);
        }
    }
}
