package dev.earlyphase.cli.figure;

import java.nio.file.Path;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.earlyphase.cli.api.GatewayOption;
import dev.earlyphase.cli.api.Studies;
import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.terminal.Output;
import dev.earlyphase.contracts.study.AccuracyByDensity;

/** {@code results}. */
@Command(name = "results", description = "Print a figure of a study, or write it to a file.")
public final class ResultsCommand implements Runnable {
    @Parameters(paramLabel = "STUDY", description = "Id of a study, or the beginning of one.")
    private String id;

    @Option(
            names = "--figure",
            paramLabel = "NAME",
            defaultValue = AccuracyByDensity.FIGURE,
            description = "Which figure (default: ${DEFAULT-VALUE}).")
    private String figure;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to this file instead of printing.")
    private Path file;

    @Mixin
    private GatewayOption gatewayOption;

    @Spec
    private CommandSpec spec;

    /** Names are as the user writes them. */
    private enum Format {
        table,
        csv,
        json,
        svg
    }

    @Override
    public void run() {
        String text = text(gatewayOption.gateway().studies());
        if (file == null) {
            Output.print(text, spec.commandLine().getOut());
        } else {
            Output.write(text, file);
        }
    }

    private String text(Studies studies) {
        return switch (format) {
            case csv, json, svg -> studies.figure(id, figure, format.name());
            case table -> {
                if (!figure.equals(AccuracyByDensity.FIGURE)) {
                    throw Failure.ofUsage("--format: got table; allowed for the figure " + figure + ": csv, json, svg");
                }
                yield DensityTable.of(studies.accuracyByDensity(id));
            }
        };
    }
}
