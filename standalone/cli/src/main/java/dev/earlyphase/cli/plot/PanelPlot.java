package dev.earlyphase.cli.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Curve.Kind;
import dev.earlyphase.contracts.figure.Panel;
import dev.earlyphase.contracts.figure.Point;

/** A panel drawn with characters: axes with their names, the curves, a legend. */
public final class PanelPlot {
    private static final int NARROWEST = 20;
    private static final int COLUMNS_A_TICK = 12;
    private static final int ROWS_A_TICK = 3;
    /** Marks closer together than this would hide the line. */
    private static final int COLUMNS_A_MARK = 4;

    private final Panel panel;
    private final List<Curve> curves;
    private final Glyphs glyphs;
    private final boolean colours;
    private final Scale across;
    private final Scale up;

    private PanelPlot(Panel panel, Glyphs glyphs, boolean colours) {
        this.panel = panel;
        this.curves = panel.curves().stream()
                .filter(curve -> !curve.points().isEmpty())
                .toList();
        this.glyphs = glyphs;
        this.colours = colours;
        this.across = Scale.of(panel.x(), values(Point::x));
        this.up = Scale.of(panel.y(), values(Point::mean)).withMargin();
    }

    /**
     * The lines.
     *
     * @param width of a line, at most
     * @param height rows of the plot alone, without axis and legend
     * @param unicode whether more than ASCII can be shown
     * @param colours whether curves have colours, by ANSI's sequences
     */
    public static List<String> lines(Panel panel, int width, int height, boolean unicode, boolean colours) {
        return new PanelPlot(panel, unicode ? Glyphs.UNICODE : Glyphs.ASCII, colours).lines(width, height);
    }

    /** All characters of a drawing that is more than ASCII. */
    public static String characters() {
        return Glyphs.UNICODE.text();
    }

    private List<String> lines(int width, int height) {
        if (curves.isEmpty()) {
            return List.of();
        }
        List<Tick> ticks = up.ticks(Math.max(2, height / ROWS_A_TICK));
        int margin = ticks.stream().mapToInt(tick -> tick.text().length()).max().orElse(0) + 1;
        int columns = Math.max(NARROWEST, width - margin - 1);
        var canvas = new Canvas(columns, height, glyphs);
        draw(canvas, columns);

        var labels = new String[height];
        Arrays.fill(labels, "");
        ticks.stream()
                .filter(tick -> tick.place() >= 0 && tick.place() <= 1)
                .forEach(tick -> labels[canvas.row(tick.place())] = tick.text());
        var lines = new ArrayList<String>();
        lines.add(panel.y().name());
        for (int row = 0; row < height; row++) {
            char upright = glyphs.frame().charAt(labels[row].isEmpty() ? 0 : 1);
            lines.add(" ".repeat(margin - 1 - labels[row].length()) + labels[row] + " " + upright + canvas.text(row));
        }
        lines.addAll(AcrossAxis.lines(
                panel.x().name(),
                across.ticks(Math.max(2, columns / COLUMNS_A_TICK)),
                canvas,
                margin,
                columns,
                glyphs));
        lines.addAll(Legend.lines(curves, glyphs, colours, width));
        return lines;
    }

    private void draw(Canvas canvas, int columns) {
        for (int number = 0; number < curves.size(); number++) {
            Curve curve = curves.get(number);
            if (curve.kind() != Kind.SCATTER) {
                join(canvas, curve, Legend.ink(curves, number, colours));
            }
        }
        for (int number = 0; number < curves.size(); number++) {
            Curve curve = curves.get(number);
            if (curve.kind() != Kind.REFERENCE) {
                mark(canvas, curve, number, columns);
            }
        }
    }

    private void join(Canvas canvas, Curve curve, Ink ink) {
        Point before = null;
        for (Point point : curve.points()) {
            if (!isPlaced(point)) {
                before = null;
                continue;
            }
            Point from = before == null ? point : before;
            canvas.line(
                    across.place(from.x()),
                    up.place(from.mean()),
                    across.place(point.x()),
                    up.place(point.mean()),
                    ink,
                    curve.kind() == Kind.REFERENCE);
            before = point;
        }
    }

    /** Every point of a curve that has few, or is not joined; else so many that the curve is told from others. */
    private void mark(Canvas canvas, Curve curve, int number, int columns) {
        boolean all = curve.kind() == Kind.SCATTER || curve.points().size() * COLUMNS_A_MARK <= columns;
        int apart = all ? 0 : columns / 6;
        int last = -apart + number * COLUMNS_A_MARK % Math.max(1, apart);
        for (Point point : curve.points()) {
            if (!isPlaced(point)) {
                continue;
            }
            int column = canvas.column(across.place(point.x()));
            if (all || column - last >= apart) {
                canvas.mark(
                        across.place(point.x()),
                        up.place(point.mean()),
                        glyphs.mark(number),
                        Legend.ink(curves, number, colours));
                last = column;
            }
        }
    }

    private boolean isPlaced(Point point) {
        return Double.isFinite(across.place(point.x())) && Double.isFinite(up.place(point.mean()));
    }

    private List<Double> values(ToDoubleFunction<Point> value) {
        return curves.stream()
                .flatMap(curve -> curve.points().stream())
                .map(value::applyAsDouble)
                .toList();
    }
}
