package dev.earlyphase.cli.figure;

import java.nio.file.Path;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.earlyphase.cli.api.Figures;
import dev.earlyphase.cli.api.GatewayOption;
import dev.earlyphase.cli.api.Studies;
import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.terminal.Output;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.contracts.figure.Figure;

/** {@code results}. */
@Command(name = "results", description = "Print a figure of a study, or write it to a file.")
public final class ResultsCommand implements Runnable {
    @Parameters(paramLabel = "STUDY", description = "Id of a study, or the beginning of one.")
    private String id;

    @ArgGroup
    private What what = new What();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Option(names = "--seeds", description = "The value of each seed too, not only mean and standard deviation.")
    private boolean seeds;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to this file instead of printing.")
    private Path file;

    @Mixin
    private GatewayOption gatewayOption;

    @Spec
    private CommandSpec spec;

    /** What is printed; a figure unless something else is asked for. */
    private static final class What {
        @Option(
                names = "--figure",
                paramLabel = "NAME",
                description = "Which figure, such as figure-5 (default: the first of the study's).")
        private String figure;

        @Option(names = "--figures", description = "Which figures there are, instead of one.")
        private boolean list;

        @Option(names = "--provenance", description = "Where each result comes from, as JSON, instead of a figure.")
        private boolean provenance;
    }

    /** Names are as the user writes them. */
    private enum Format {
        table,
        json,
        csv,
        svg,
        png
    }

    @Override
    public void run() {
        Studies studies = gatewayOption.gateway().studies();
        if (what.provenance) {
            put(studies.provenance(id));
        } else if (what.list) {
            put(String.join(
                    System.lineSeparator(), FigureList.lines(studies.figures(id).list())));
        } else {
            putFigure(studies.figures(id));
        }
    }

    private void putFigure(Figures figures) {
        if (format == Format.png && file == null && terminal().isInteractive()) {
            throw Failure.ofUsage("--format: got png; allowed on a terminal: with -o FILE, or with a pipe behind it");
        }
        String name = what.figure == null ? figures.first() : what.figure;
        switch (format) {
            case json, csv, svg -> put(figures.text(name, format.name(), seeds));
            case table -> put(String.join(System.lineSeparator(), table(figures.read(name, seeds))));
            case png -> put(figures.png(name, seeds));
        }
    }

    private Iterable<String> table(Figure figure) {
        int width = file == null ? terminal().lineWidth() : Integer.MAX_VALUE;
        return FigureTable.lines(seeds ? EachSeed.of(figure) : figure, width);
    }

    private void put(String text) {
        if (file == null) {
            Output.print(text, spec.commandLine().getOut());
        } else {
            Output.write(text, file);
        }
    }

    private void put(byte[] image) {
        if (file == null) {
            Output.print(image, System.out);
        } else {
            Output.write(image, file);
        }
    }

    private Terminal terminal() {
        return Terminal.of(spec.commandLine().getOut());
    }
}
