package dev.earlyphase.cli.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.earlyphase.cli.api.Archives;
import dev.earlyphase.cli.api.Gateway;
import dev.earlyphase.cli.api.GatewayOption;
import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.progress.PassingLine;
import dev.earlyphase.cli.result.JsonOption;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.cli.terminal.Words;
import dev.earlyphase.contracts.archive.CheckpointChoice;

/** {@code export}. */
@Command(
        name = "export",
        description = "Write a whole study into one file: specifications, results, statistics, figures, weights.",
        footer = {
            "",
            "Examples:",
            "  earlyphase export 3fa9c0 -o lottery.zip",
            "  earlyphase export 3fa9c0 --checkpoints final",
        })
public final class ExportCommand implements Runnable {
    @Parameters(paramLabel = "STUDY", description = "Id of a study that has ended, or the beginning of one.")
    private String id;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to (default: earlyphase-STUDY.zip).")
    private Path output;

    @Option(
            names = "--checkpoints",
            paramLabel = "WHICH",
            defaultValue = "all",
            converter = Choices.class,
            completionCandidates = Choices.class,
            description = "Which weights: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private CheckpointChoice checkpoints;

    @Mixin
    private JsonOption json;

    @Mixin
    private GatewayOption gatewayOption;

    /**
     * What was written.
     *
     * @param study its id
     */
    public record Exported(String study, Path file, long bytes) {}

    @Override
    public void run() {
        Gateway gateway = gatewayOption.gateway();
        Terminal terminal = json.terminal();
        String study = gateway.studies().read(id).id();
        Path file = output == null ? Path.of("earlyphase-" + study + ".zip") : output;
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            var line = new PassingLine(terminal);
            new Archives(gateway).download(study, checkpoints, part, bytes -> line.show(Words.bytes(bytes)));
            demandWhole(part, study);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            var exported = new Exported(study, file, Files.size(file));
            json.print(exported, lines -> lines.line("%s  %s", file, Words.bytes(exported.bytes())));
        } catch (IOException e) {
            throw Failure.ofUsage("cannot write " + file + ": " + e);
        } finally {
            remove(part);
        }
    }

    /** The list of entries is at the very end. */
    private static void demandWhole(Path part, String study) {
        try (var zip = new ZipFile(part.toFile())) {
            zip.size();
        } catch (IOException e) {
            throw Failure.ofWork("The archive of study " + study
                    + " broke off; did the study change meanwhile? The gateway's log says more.");
        }
    }

    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw Failure.ofWork("cannot delete " + part + ": " + e);
        }
    }
}
