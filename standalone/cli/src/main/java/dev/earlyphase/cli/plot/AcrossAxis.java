package dev.earlyphase.cli.plot;

import java.util.List;

/** The axis below a plot: its line with ticks, what they stand for, its name. */
final class AcrossAxis {
    private AcrossAxis() {}

    /** @param margin columns before the axis */
    static List<String> lines(String name, List<Tick> ticks, Canvas canvas, int margin, int columns, Glyphs glyphs) {
        var line = new StringBuilder(glyphs.frame().substring(3, 4).repeat(columns));
        var texts = new StringBuilder(" ".repeat(margin + columns + 1));
        int free = 0;
        for (Tick tick : ticks.stream()
                .sorted((a, b) -> Double.compare(a.place(), b.place()))
                .toList()) {
            if (!(tick.place() >= 0 && tick.place() <= 1)) {
                continue;
            }
            int column = canvas.column(tick.place());
            line.setCharAt(column, glyphs.frame().charAt(4));
            int length = tick.text().length();
            int begin = Math.clamp(margin + 1 + column - length / 2, 0, Math.max(0, texts.length() - length));
            if (begin >= free) {
                texts.replace(begin, begin + length, tick.text());
                free = begin + length + 1;
            }
        }
        int before = margin + 1 + Math.max(0, (columns - name.length()) / 2);
        return List.of(
                " ".repeat(margin) + glyphs.frame().charAt(2) + line,
                texts.toString().stripTrailing(),
                " ".repeat(before) + name);
    }
}
