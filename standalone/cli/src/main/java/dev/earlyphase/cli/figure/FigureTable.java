package dev.earlyphase.cli.figure;

import java.util.ArrayList;
import java.util.List;

import dev.earlyphase.cli.terminal.Words;
import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Curve.Kind;
import dev.earlyphase.contracts.figure.Fact;
import dev.earlyphase.contracts.figure.Figure;
import dev.earlyphase.contracts.figure.Panel;
import dev.earlyphase.contracts.figure.Point;

/** A figure as text: what it shows, a table for each panel, the facts with what the paper reports. */
public final class FigureTable {
    private FigureTable() {}

    /** @param width of a line, at most */
    public static List<String> lines(Figure figure, int width) {
        var lines = new ArrayList<>(heading(figure));
        lines.addAll(tables(figure, width));
        return lines;
    }

    /** What it shows, of what. */
    static List<String> heading(Figure figure) {
        return List.of(figure.figure() + ": " + figure.title(), caption(figure));
    }

    /** All but the heading. */
    static List<String> tables(Figure figure, int width) {
        var lines = new ArrayList<String>();
        for (Panel panel : figure.panels()) {
            lines.add("");
            lines.add(panel.title() + ": " + panel.y().name());
            lines.addAll(panel(panel, figure.seeds(), width));
        }
        if (!figure.facts().isEmpty()) {
            lines.add("");
            lines.addAll(facts(figure.facts()));
        }
        return lines;
    }

    private static String caption(Figure figure) {
        String over = figure.seeds() > 1
                ? "mean ± standard deviation over " + Words.count(figure.seeds(), "seed")
                : Words.count(figure.seeds(), "seed");
        return "%s on %s, %s%s"
                .formatted(
                        figure.network(),
                        figure.data(),
                        over,
                        figure.complete() ? "" : ", partial: trials are still to end");
    }

    private static List<String> panel(Panel panel, int seeds, int width) {
        List<Curve> level = panel.curves().stream().filter(FigureTable::isLevel).toList();
        List<Curve> joined = panel.curves().stream()
                .filter(curve -> !curve.points().isEmpty() && curve.kind() != Kind.SCATTER && !isLevel(curve))
                .toList();
        List<Curve> scattered = panel.curves().stream()
                .filter(curve -> !curve.points().isEmpty() && curve.kind() == Kind.SCATTER)
                .toList();
        var lines = new ArrayList<String>();
        if (!joined.isEmpty()) {
            lines.addAll(PanelTable.lines(panel, joined, seeds, width));
        }
        if (!scattered.isEmpty()) {
            lines.addAll(ScatterTable.lines(panel, scattered, width));
        }
        for (Curve curve : level) {
            lines.add(curve.name() + ", throughout: "
                    + Value.of(panel.y(), curve.points().getFirst()));
        }
        return lines.isEmpty() ? List.of("no points yet") : lines;
    }

    /** Whether it is drawn from end to end at one height: a column of it would be all but empty. */
    private static boolean isLevel(Curve curve) {
        return curve.kind() == Kind.REFERENCE
                && curve.points().size() > 1
                && curve.points().stream().mapToDouble(Point::mean).distinct().count() == 1;
    }

    private static List<String> facts(List<Fact> facts) {
        int width = facts.stream().mapToInt(fact -> fact.name().length()).max().orElse(0);
        return facts.stream()
                .map(fact -> fact.name() + " ".repeat(width - fact.name().length()) + "  " + fact.value()
                        + (fact.paper() == null ? "" : "  (paper: " + fact.paper() + ")"))
                .toList();
    }
}
