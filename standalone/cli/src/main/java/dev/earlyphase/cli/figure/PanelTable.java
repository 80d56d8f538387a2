package dev.earlyphase.cli.figure;

import java.util.ArrayList;
import java.util.List;

import dev.earlyphase.cli.terminal.TextTable;
import dev.earlyphase.cli.terminal.Words;
import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Panel;
import dev.earlyphase.contracts.figure.Point;

/** The curves of a panel: a row for each position of the horizontal axis, a column for each curve. */
final class PanelTable {
    private static final String NOT_YET = "-";
    private static final String FEWER = "*";

    private PanelTable() {}

    /**
     * @param curves those of the panel that are joined points
     * @param seeds of a point that lacks none
     */
    static List<String> lines(Panel panel, List<Curve> curves, int seeds, int width) {
        List<Row> all = Row.of(panel.x(), curves);
        List<Row> rows = Thinning.of(all, panel.x());
        var heads = new ArrayList<String>();
        heads.add(panel.x().name());
        curves.forEach(curve -> heads.add(curve.name()));
        var table = new TextTable(heads);
        rows.forEach(row -> table.row(cells(row, panel, curves.size(), seeds)));

        var lines = new ArrayList<>(table.lines(width));
        if (rows.stream().flatMap(row -> row.points().values().stream()).anyMatch(point -> isFewer(point, seeds))) {
            lines.add(FEWER + " of fewer seeds");
        }
        if (rows.size() < all.size()) {
            long values = all.stream()
                    .flatMap(row -> row.points().values().stream())
                    .mapToLong(Point::count)
                    .sum();
            lines.add("%s of %s; of this panel --format csv has %s, one for each seed"
                    .formatted(Words.number(rows.size()), Words.count(all.size(), "row"), Words.count(values, "row")));
        }
        return lines;
    }

    private static List<String> cells(Row row, Panel panel, int curves, int seeds) {
        var cells = new ArrayList<String>();
        cells.add(row.position());
        for (int curve = 0; curve < curves; curve++) {
            cells.add(row.of(curve)
                    .map(point -> Value.of(panel.y(), point) + (isFewer(point, seeds) ? FEWER : ""))
                    .orElse(NOT_YET));
        }
        return cells;
    }

    private static boolean isFewer(Point point, int seeds) {
        return point.count() < seeds;
    }
}
