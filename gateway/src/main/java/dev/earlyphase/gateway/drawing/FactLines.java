package dev.earlyphase.gateway.drawing;

import java.util.List;

import dev.earlyphase.contracts.figure.Fact;

/** The facts of a figure as lines of text below it, the paper's values beside ours. */
final class FactLines {
    private static final int SIZE = 12;
    private static final int LINE = 18;
    private static final int SPACE = 30;

    private final List<String> lines;
    private final int columns;
    private final double column;

    FactLines(List<Fact> facts, int width) {
        this.lines = facts.stream().map(FactLines::line).toList();
        this.column = SPACE
                + lines.stream()
                        .mapToDouble(line -> SvgText.width(line, SIZE))
                        .max()
                        .orElse(0);
        this.columns = (int) Math.clamp(width / column, 1, Math.max(1, lines.size()));
    }

    int height() {
        return lines.isEmpty() ? 0 : LINE * Math.ceilDiv(lines.size(), columns) + 12;
    }

    String svg(double left, double top) {
        var svg = new StringBuilder();
        int rows = Math.ceilDiv(lines.size(), columns);
        for (int i = 0; i < lines.size(); i++) {
            double x = left + column * (i / rows);
            svg.append(SvgText.of(x, top + LINE * (i % rows + 1), SIZE, "normal", "#222222", lines.get(i)));
        }
        return svg.toString();
    }

    private static String line(Fact fact) {
        return fact.name() + ": " + fact.value() + (fact.paper() == null ? "" : " (paper: " + fact.paper() + ")");
    }
}
