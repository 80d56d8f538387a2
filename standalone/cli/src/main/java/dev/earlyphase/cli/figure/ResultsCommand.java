package dev.earlyphase.cli.figure;

import java.nio.file.Path;
import java.util.ArrayList;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.earlyphase.cli.api.Figures;
import dev.earlyphase.cli.api.GatewayOption;
import dev.earlyphase.cli.api.Json;
import dev.earlyphase.cli.api.Studies;
import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.terminal.Output;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.contracts.figure.Figure;

/** {@code results}. */
@Command(
        name = "results",
        description = {
            "Print a figure of a study, or write it to a file.",
            "In a terminal it is drawn above its table; elsewhere, and with --plain, the table is all."
        },
        footer = {
            "",
            "Examples:",
            "  earlyphase results 0f3a",
            "  earlyphase results 0f3a --figure figure-3 --format svg -o figure-3.svg",
            "  earlyphase results 0f3a --format plot | less -R",
            "  earlyphase results 0f3a --json | jq .panels[0].curves[0].name"
        })
public final class ResultsCommand implements Runnable {
    @Parameters(paramLabel = "STUDY", description = "Id of a study, or the beginning of one.")
    private String id;

    @ArgGroup
    private What what = new What();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: table, in a terminal with the plot above it).")
    private Format format;

    @Option(names = "--plain", description = "In a terminal too: the table alone.")
    private boolean plain;

    @Option(names = "--json", description = "The same as --format json; with --figures that list as JSON.")
    private boolean json;

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
        plot,
        json,
        csv,
        svg,
        png
    }

    @Override
    public void run() {
        if (json && format != null && format != Format.json) {
            throw Failure.ofUsage("--json: got it with --format " + format + "; allowed: one of them");
        }
        Studies studies = gatewayOption.gateway().studies();
        if (what.provenance) {
            put(studies.provenance(id));
        } else if (what.list) {
            var entries = studies.figures(id).list();
            put(json ? Json.write(entries) : String.join(System.lineSeparator(), FigureList.lines(entries)));
        } else {
            putFigure(studies.figures(id));
        }
    }

    private void putFigure(Figures figures) {
        if (format == Format.png && file == null && terminal().isInteractive()) {
            throw Failure.ofUsage("--format: got png; allowed on a terminal: with -o FILE, or with a pipe behind it");
        }
        String name = what.figure == null ? figures.first() : what.figure;
        switch (json ? Format.json : format) {
            case null -> putLines(figures.read(name, seeds), isDrawn(), true);
            case table -> putLines(figures.read(name, seeds), false, true);
            case plot -> putLines(figures.read(name, seeds), true, false);
            case json -> put(figures.text(name, "json", seeds));
            case csv, svg -> put(figures.text(name, format.name(), seeds));
            case png -> put(figures.png(name, seeds));
        }
    }

    /** Unless something else is asked for. */
    private boolean isDrawn() {
        return file == null && !plain && terminal().isInteractive();
    }

    private void putLines(Figure figure, boolean drawn, boolean table) {
        Figure shown = seeds ? EachSeed.of(figure) : figure;
        var lines = new ArrayList<>(FigureTable.heading(shown));
        if (drawn) {
            boolean toTerminal = file == null && terminal().isInteractive();
            lines.addAll(FigurePlot.lines(shown, terminal().size(), toTerminal));
        }
        if (table) {
            lines.addAll(FigureTable.tables(shown, file == null ? terminal().lineWidth() : Integer.MAX_VALUE));
        }
        put(String.join(System.lineSeparator(), lines));
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
