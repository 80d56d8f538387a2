package dev.earlyphase.gateway.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Panel;
import dev.earlyphase.contracts.figure.Point;

/** The labels of points, placed so that they cover neither points nor curves nor each other. */
final class PointLabels {
    private static final double CHARACTER = 5.6;
    private static final double LINE = 13;
    private static final double GAP = 7;
    /** Distances in pixels that are tried one after another; beyond the first a thin line leads to the point. */
    private static final int[] DISTANCES = {0, 14, 28, 44, 62, 84, 110, 140};
    /** What the library draws as 11 pixels. */
    private static final double SIZE = 5;

    private final Panel panel;
    private final AxisScale x;
    private final AxisScale y;
    private final double width;
    private final double height;
    private final List<Box> taken = new ArrayList<>();

    /** In pixels from the plot's lower left corner. */
    private record Box(double left, double bottom, double right, double top, double anchor) {
        boolean meets(Box other) {
            return left < other.right && other.left < right && bottom < other.top && other.bottom < top;
        }

        double at() {
            return left + anchor * (right - left);
        }

        double nearestAcross(double across) {
            return Math.clamp(across, left, right);
        }

        double nearestUp(double up) {
            return Math.clamp(up, bottom, top);
        }
    }

    private record Placed(Point point, Box box, boolean far) {}

    PointLabels(Panel panel, AxisScale x, AxisScale y, double width, double height) {
        this.panel = panel;
        this.x = x;
        this.y = y;
        this.width = width;
        this.height = height;
    }

    /** No layers where no point has a label. */
    List<Map<String, Object>> layers() {
        var labelled = panel.curves().stream()
                .filter(curve -> curve.kind() == Curve.Kind.SCATTER)
                .flatMap(curve -> curve.points().stream())
                .filter(point -> point.label() != null)
                .toList();
        if (labelled.isEmpty()) {
            return List.of();
        }
        for (Curve curve : panel.curves()) {
            double mark = curve.kind() == Curve.Kind.SCATTER ? 5 : 2;
            for (Point point : curve.points()) {
                taken.add(around(point, mark));
                if (curve.kind() == Curve.Kind.SCATTER && point.std() > 0) {
                    taken.add(new Box(
                            across(point) - 2,
                            up(point.mean() - point.std()),
                            across(point) + 2,
                            up(point.mean() + point.std()),
                            0));
                }
            }
        }
        var placed = labelled.stream().map(this::place).toList();
        var layers = new ArrayList<Map<String, Object>>();
        layers.add(leaders(placed));
        for (double anchor : new double[] {0, 0.5, 1}) {
            layers.add(texts(
                    placed.stream()
                            .filter(label -> label.box().anchor() == anchor)
                            .toList(),
                    anchor));
        }
        return layers;
    }

    private Box around(Point point, double reach) {
        double across = across(point);
        double up = up(point);
        return new Box(across - reach, up - reach, across + reach, up + reach, 0);
    }

    /** The first place that is free; the first of all where none is. */
    private Placed place(Point point) {
        double length = CHARACTER * point.label().length();
        Placed first = null;
        for (int distance : DISTANCES) {
            for (Box box : around(point, length, distance)) {
                var candidate = new Placed(point, box, distance > 0);
                first = first == null ? candidate : first;
                if (inside(box) && taken.stream().noneMatch(box::meets)) {
                    taken.add(box);
                    return candidate;
                }
            }
        }
        taken.add(first.box());
        return first;
    }

    /** Right, left, above and below the point, then aslant. */
    private List<Box> around(Point point, double length, double distance) {
        double across = across(point);
        double up = up(point);
        double away = GAP + distance;
        return List.of(
                box(across + away, up - LINE / 2, length, 0),
                box(across - away, up - LINE / 2, length, 1),
                box(across, up + away, length, 0.5),
                box(across, up - away - LINE, length, 0.5),
                box(across + GAP, up + away, length, 0),
                box(across + GAP, up - away - LINE, length, 0),
                box(across - GAP, up + away, length, 1),
                box(across - GAP, up - away - LINE, length, 1));
    }

    /** @param anchor where in the text {@code x} is: 0 at its left, 1 at its right */
    private static Box box(double x, double bottom, double length, double anchor) {
        double left = x - anchor * length;
        return new Box(left, bottom, left + length, bottom + LINE, anchor);
    }

    private boolean inside(Box box) {
        return box.left() >= 2 && box.right() <= width - 2 && box.bottom() >= 2 && box.top() <= height - 2;
    }

    private Map<String, Object> texts(List<Placed> placed, double anchor) {
        var data = Map.of(
                "x", each(placed, label -> plotX(label.box().at())),
                "y",
                        each(
                                placed,
                                label -> plotY(
                                        (label.box().bottom() + label.box().top()) / 2)),
                "label", placed.stream().map(label -> label.point().label()).toList());
        return Map.of(
                "geom",
                "text",
                "data",
                data,
                "mapping",
                Map.of("x", "x", "y", "y", "label", "label"),
                "hjust",
                anchor,
                "color",
                "#333333",
                "size",
                SIZE);
    }

    private Map<String, Object> leaders(List<Placed> placed) {
        var far = placed.stream().filter(Placed::far).toList();
        var data = Map.of(
                "x", each(far, label -> x.place(label.point().x())),
                "y", each(far, label -> y.place(label.point().mean())),
                "xend", each(far, label -> plotX(label.box().nearestAcross(across(label.point())))),
                "yend", each(far, label -> plotY(label.box().nearestUp(up(label.point())))));
        return Map.of(
                "geom",
                "segment",
                "data",
                data,
                "mapping",
                Map.of("x", "x", "y", "y", "xend", "xend", "yend", "yend"),
                "color",
                "#8C8C8C",
                "size",
                0.4);
    }

    private static List<Double> each(List<Placed> placed, ToDoubleFunction<Placed> value) {
        return placed.stream().mapToDouble(value).boxed().toList();
    }

    private double across(Point point) {
        return (x.place(point.x()) - x.lower()) / (x.upper() - x.lower()) * width;
    }

    private double up(Point point) {
        return up(point.mean());
    }

    private double up(double value) {
        return (y.place(value) - y.lower()) / (y.upper() - y.lower()) * height;
    }

    private double plotX(double pixels) {
        return x.lower() + pixels / width * (x.upper() - x.lower());
    }

    private double plotY(double pixels) {
        return y.lower() + pixels / height * (y.upper() - y.lower());
    }
}
