package dev.earlyphase.cli.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.earlyphase.cli.terminal.TextTable;
import dev.earlyphase.cli.terminal.Words;
import dev.earlyphase.contracts.study.AccuracyByDensity;
import dev.earlyphase.contracts.study.AccuracyByDensity.Point;

/** Test accuracy by density as a table: a row for each level, a column for each rewinding point. */
public final class DensityTable {
    private static final String NOT_YET = "-";

    private DensityTable() {}

    public static String of(AccuracyByDensity figure) {
        List<String> rewinds =
                figure.points().stream().map(Point::rewind).distinct().toList();
        var heads = new ArrayList<>(List.of("level", "weights left"));
        rewinds.forEach(rewind -> heads.add("rewound to " + rewind));
        var table = new TextTable(heads);
        byLevel(figure).forEach((level, points) -> table.row(row(level, points, rewinds)));
        return caption(figure) + System.lineSeparator() + table;
    }

    private static Map<Integer, List<Point>> byLevel(AccuracyByDensity figure) {
        return figure.points().stream().collect(Collectors.groupingBy(Point::level, TreeMap::new, Collectors.toList()));
    }

    private static List<String> row(int level, List<Point> points, List<String> rewinds) {
        var cells = new ArrayList<String>();
        cells.add(Integer.toString(level));
        cells.add(percent(points.getFirst().density(), 1));
        for (String rewind : rewinds) {
            cells.add(points.stream()
                    .filter(point -> point.rewind().equals(rewind))
                    .findFirst()
                    .map(DensityTable::accuracy)
                    .orElse(NOT_YET));
        }
        return cells;
    }

    private static String accuracy(Point point) {
        return percent(point.accuracyMean(), 2) + (point.seeds() > 1 ? " ± " + percent(point.accuracyStd(), 2) : "");
    }

    private static String caption(AccuracyByDensity figure) {
        int seeds = figure.points().stream().mapToInt(Point::seeds).max().orElse(0);
        return "%s on %s: test accuracy in %% by density, mean ± standard deviation over %s%s"
                .formatted(
                        figure.network(),
                        figure.data(),
                        Words.count(seeds, "seed"),
                        figure.complete() ? "" : ", so far");
    }

    private static String percent(double share, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", 100 * share);
    }
}
