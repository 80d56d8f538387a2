package dev.earlyphase.cli.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.earlyphase.contracts.figure.Axis;
import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Point;

/**
 * All that is drawn above one position of the horizontal axis.
 *
 * @param position as it is written
 * @param points by the number of their curve
 */
record Row(double x, String position, Map<Integer, Point> points) {
    /** One for each position, from left to right as the figure is drawn. */
    static List<Row> of(Axis axis, List<Curve> curves) {
        var positions = Positions.of(axis, curves);
        var rows = new LinkedHashMap<String, Row>();
        for (int curve = 0; curve < curves.size(); curve++) {
            for (Point point : curves.get(curve).points()) {
                rows.computeIfAbsent(
                                positions.text(point.x()), position -> new Row(point.x(), position, new HashMap<>()))
                        .points()
                        .put(curve, point);
            }
        }
        var sorted = new ArrayList<>(rows.values());
        sorted.sort(leftToRight(axis));
        return sorted;
    }

    Optional<Point> of(int curve) {
        return Optional.ofNullable(points.get(curve));
    }

    private static Comparator<Row> leftToRight(Axis axis) {
        Comparator<Row> ascending = Comparator.comparingDouble(Row::x);
        return switch (axis.scale()) {
            case LINEAR, LOG -> ascending;
            case LOG_FALLING -> ascending.reversed();
        };
    }
}
