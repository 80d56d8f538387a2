package dev.earlyphase.cli.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import dev.earlyphase.cli.api.Archives;
import dev.earlyphase.cli.api.Gateway;
import dev.earlyphase.cli.api.GatewayOption;
import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.figure.FigureList;
import dev.earlyphase.cli.progress.PassingLine;
import dev.earlyphase.cli.result.JsonOption;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.cli.terminal.Words;
import dev.earlyphase.contracts.archive.Imported;

/** {@code import}. */
@Command(
        name = "import",
        description = "Take in a study that was exported, here or elsewhere; nothing of it is trained again.",
        footer = {"", "Example:", "  earlyphase import lottery.zip --url https://earlyphase.example.org"})
public final class ImportCommand implements Runnable {
    @Parameters(paramLabel = "FILE", description = "The archive of a study.")
    private Path file;

    @Mixin
    private JsonOption json;

    @Mixin
    private GatewayOption gatewayOption;

    @Override
    public void run() {
        Gateway gateway = gatewayOption.gateway();
        long size = size();
        var line = new PassingLine(json.terminal());
        Imported imported = new Archives(gateway).upload(file, bytes -> line.show(progress(bytes, size)));
        json.print(imported, terminal -> tell(imported, gateway, terminal));
    }

    private static void tell(Imported imported, Gateway gateway, Terminal terminal) {
        terminal.line(
                "%s  %s taken in%s%s",
                imported.study(),
                Words.count(imported.trials(), "trial"),
                imported.present() > 0 ? ", " + Words.number(imported.present()) + " were here already" : "",
                imported.created() ? "" : " (known already)");
        FigureList.whereTo(gateway.studies().figures(imported.study())).forEach(terminal::line);
    }

    private static String progress(long sent, long size) {
        return sent < size
                ? "sent %s of %s".formatted(Words.bytes(sent), Words.bytes(size))
                : "sent " + Words.bytes(size) + "; it is checked and stored";
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw Failure.ofUsage("FILE: cannot read " + file + ": " + e);
        }
    }
}
