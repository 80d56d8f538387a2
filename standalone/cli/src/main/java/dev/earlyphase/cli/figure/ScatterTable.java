package dev.earlyphase.cli.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import dev.earlyphase.cli.terminal.TextTable;
import dev.earlyphase.contracts.figure.Axis;
import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Panel;
import dev.earlyphase.contracts.figure.Point;

/** Points that are not joined: a row for each, with its label and both coordinates. */
final class ScatterTable {
    private ScatterTable() {}

    /** @param curves those of the panel that are scattered points */
    static List<String> lines(Panel panel, List<Curve> curves, int width) {
        var positions = Positions.of(panel.x(), curves);
        var table = new TextTable("", panel.x().name(), panel.y().name());
        for (Curve curve : curves) {
            for (Point point : leftToRight(panel.x(), curve)) {
                table.row(name(curve, point, curves.size() > 1), positions.text(point.x()), Value.of(panel.y(), point));
            }
        }
        return table.lines(width);
    }

    private static List<Point> leftToRight(Axis axis, Curve curve) {
        Comparator<Point> ascending = Comparator.comparingDouble(Point::x);
        var points = new ArrayList<>(curve.points());
        points.sort(axis.scale() == Axis.Scale.LOG_FALLING ? ascending.reversed() : ascending);
        return points;
    }

    private static String name(Curve curve, Point point, boolean withCurve) {
        String label = Objects.requireNonNullElse(point.label(), "");
        return withCurve || label.isEmpty() ? (curve.name() + " " + label).strip() : label;
    }
}
