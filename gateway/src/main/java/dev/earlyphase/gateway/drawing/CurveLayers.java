package dev.earlyphase.gateway.drawing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Point;
import dev.earlyphase.contracts.figure.Point.Sample;

/**
 * A curve as layers of a plot: the deviation over seeds as a band, or as bars where the points are few; the seeds one by
 * one where there are samples; the line; the marks.
 */
record CurveLayers(Curve curve, Style style, AxisScale x, AxisScale y) {
    static final Map<String, String> XY = Map.of("x", "x", "y", "y");

    List<Map<String, Object>> layers() {
        var points = curve.points().stream().filter(this::drawn).toList();
        var layers = new ArrayList<Map<String, Object>>();
        if (points.isEmpty()) {
            return layers;
        }
        boolean few = points.size() <= Style.FEW;
        boolean scatter = curve.kind() == Curve.Kind.SCATTER;
        if (points.stream().anyMatch(point -> point.std() > 0)) {
            layers.add(few && !level(points) || scatter ? bars(points) : band(points));
        }
        if (style.line() != null) {
            layers.addAll(seeds(points));
            layers.add(line(points));
        }
        if (scatter || points.size() == 1 || few && style.shape() >= 0) {
            layers.add(marks(points));
        }
        return layers;
    }

    /** The two ends of a line at one height. */
    private static boolean level(List<Point> points) {
        return points.size() == 2
                && points.getFirst().mean() == points.getLast().mean();
    }

    private boolean drawn(Point point) {
        return Double.isFinite(x.place(point.x())) && Double.isFinite(y.place(point.mean()));
    }

    private Map<String, Object> line(List<Point> points) {
        var line = layer("line", points);
        line.put("size", 0.9);
        line.put("linetype", style.line().id());
        return line;
    }

    private Map<String, Object> marks(List<Point> points) {
        var marks = layer("point", points);
        marks.put("shape", Math.max(0, style.shape()));
        marks.put("size", 3.0);
        return marks;
    }

    private Map<String, Object> band(List<Point> points) {
        var band = deviations("ribbon", points);
        band.put("fill", style.colour());
        band.put("alpha", 0.18);
        band.put("size", 0.0);
        return band;
    }

    private Map<String, Object> bars(List<Point> points) {
        var bars = deviations("errorbar", points);
        bars.put("width", 0.015 * (x.upper() - x.lower()) / resolution(points));
        bars.put("size", 0.5);
        bars.put("alpha", 0.7);
        return bars;
    }

    /** The least distance between two points, in which the library counts the width of a bar. */
    private double resolution(List<Point> points) {
        double[] places = points.stream()
                .mapToDouble(point -> x.place(point.x()))
                .sorted()
                .distinct()
                .toArray();
        return IntStream.range(1, places.length)
                .mapToDouble(i -> places[i] - places[i - 1])
                .min()
                .orElse(1);
    }

    private Map<String, Object> deviations(String geometry, List<Point> points) {
        var layer = layer(geometry, points);
        layer.put(
                "data",
                Map.of(
                        "x", points.stream().map(point -> x.place(point.x())).toList(),
                        "low", points.stream().map(this::low).toList(),
                        "high",
                                points.stream()
                                        .map(point -> y.place(point.mean() + point.std()))
                                        .toList()));
        layer.put("mapping", Map.of("x", "x", "ymin", "low", "ymax", "high"));
        return layer;
    }

    /** Where mean less deviation has no logarithm, it reaches the end of the axis. */
    private double low(Point point) {
        double low = y.place(point.mean() - point.std());
        return Double.isFinite(low) ? Math.max(low, y.lower()) : y.lower();
    }

    /** A thin line for each trial and seed. */
    private List<Map<String, Object>> seeds(List<Point> points) {
        var lines = new LinkedHashMap<Long, List<Point>>();
        for (Point point : points) {
            if (point.samples() != null && point.count() > 1) {
                for (Sample sample : point.samples()) {
                    lines.computeIfAbsent(sample.seed(), none -> new ArrayList<>())
                            .add(new Point(point.x(), null, sample.value(), 0, 1, null));
                }
            }
        }
        return lines.values().stream()
                .map(seed -> {
                    var line = layer("line", seed.stream().filter(this::drawn).toList());
                    line.put("size", 0.35);
                    line.put("alpha", 0.55);
                    return line;
                })
                .toList();
    }

    private Map<String, Object> layer(String geometry, List<Point> points) {
        var layer = new HashMap<String, Object>();
        layer.put("geom", geometry);
        layer.put(
                "data",
                Map.of(
                        "x", points.stream().map(point -> x.place(point.x())).toList(),
                        "y", points.stream().map(point -> y.place(point.mean())).toList()));
        layer.put("mapping", XY);
        layer.put("color", style.colour());
        layer.put("tooltips", "none");
        return layer;
    }
}
