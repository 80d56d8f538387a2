package dev.earlyphase.gateway.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jetbrains.letsPlot.core.util.PlotSvgExportCommon;

import dev.earlyphase.contracts.study.AccuracyByDensity;
import dev.earlyphase.contracts.study.AccuracyByDensity.Point;

/**
 * Draws {@link AccuracyByDensity} as SVG. The x axis is the level, labelled by the density there: since every level
 * keeps the same share of the weights, that is a logarithmic axis of density which falls to the right.
 */
final class AccuracyPlot {
    private static final int WIDTH = 680;
    private static final int HEIGHT = 420;
    /** More labels than this would touch. */
    private static final int MOST_LABELS = 12;
    /** Okabe and Ito's palette, which colour-blind people can tell apart; without its yellow, too pale on white. */
    private static final List<String> COLOURS =
            List.of("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000");
    /** Circle, triangle and square, then hollow: they come round sooner than the colours, so that no pair repeats. */
    private static final List<Integer> SHAPES = List.of(16, 17, 15, 1, 2, 0);

    private static final String LEGEND = "Rewinding point";

    private AccuracyPlot() {}

    static String svg(AccuracyByDensity figure) {
        String svg = PlotSvgExportCommon.INSTANCE.buildSvgImageFromRawSpecs(
                specification(figure), null, AccuracyPlot::noImage, false);
        String size = "width=\"%d.0\" height=\"%d.0\"".formatted(WIDTH, HEIGHT);
        return svg.replaceFirst(size, size + " viewBox=\"0 0 %d %d\"".formatted(WIDTH, HEIGHT));
    }

    /** In the library's own form, which is the grammar of graphics as nested maps. */
    private static Map<String, Object> specification(AccuracyByDensity figure) {
        var curves =
                figure.points().stream().map(AccuracyPlot::curve).distinct().toList();
        return Map.of(
                "kind", "plot",
                "ggsize", Map.of("width", WIDTH, "height", HEIGHT),
                "ggtitle", Map.of("text", title(figure), "subtitle", subtitle(figure)),
                "theme", Map.of("name", "bw", "panel_grid_minor", "blank"),
                "data", data(figure.points()),
                "mapping", Map.of("x", "level", "y", "mean", "color", "curve", "shape", "curve"),
                "layers", layers(figure.points()),
                "scales",
                        List.of(
                                densityAxis(figure.points()),
                                accuracyAxis(figure.points()),
                                Map.of(
                                        "aesthetic",
                                        "color",
                                        "name",
                                        LEGEND,
                                        "breaks",
                                        curves,
                                        "values",
                                        cycled(COLOURS, curves.size())),
                                Map.of(
                                        "aesthetic",
                                        "shape",
                                        "name",
                                        LEGEND,
                                        "breaks",
                                        curves,
                                        "values",
                                        cycled(SHAPES, curves.size()))));
    }

    /** Error bars only if there is more than one seed. */
    private static List<Map<String, Object>> layers(List<Point> points) {
        var beside = Map.of("name", "dodge", "width", 0.2);
        var bars = Map.<String, Object>of(
                "geom",
                "errorbar",
                "mapping",
                Map.of("ymin", "low", "ymax", "high"),
                "width",
                0.12,
                "size",
                0.6,
                "show_legend",
                false,
                "position",
                beside);
        var line = Map.<String, Object>of("geom", "line", "size", 0.8, "position", beside);
        var marks = Map.<String, Object>of("geom", "point", "size", 3.2, "position", beside);
        return seeds(points) > 1 ? List.of(bars, line, marks) : List.of(line, marks);
    }

    private static Map<String, Object> data(List<Point> points) {
        return Map.of(
                "level", column(points, point -> (double) point.level()),
                "curve", column(points, AccuracyPlot::curve),
                "mean", column(points, point -> 100 * point.accuracyMean()),
                "low", column(points, point -> 100 * (point.accuracyMean() - point.accuracyStd())),
                "high", column(points, point -> 100 * (point.accuracyMean() + point.accuracyStd())));
    }

    private static <T> List<T> column(List<Point> points, Function<Point, T> value) {
        return points.stream().map(value).toList();
    }

    /** Fitted to the points; with none there is nothing to fit it to. */
    private static Map<String, Object> accuracyAxis(List<Point> points) {
        List<Double> limits = points.isEmpty() ? List.of(0.0, 100.0) : Arrays.asList(null, null);
        return Map.of("aesthetic", "y", "name", "Test accuracy (%)", "limits", limits);
    }

    private static Map<String, Object> densityAxis(List<Point> points) {
        var densities = points.stream()
                .collect(Collectors.toMap(Point::level, Point::density, (one, same) -> one, TreeMap::new));
        int last = densities.isEmpty() ? 0 : densities.lastKey();
        int step = Math.ceilDiv(densities.size(), MOST_LABELS);
        var labelled =
                densities.keySet().stream().filter(level -> level % step == 0).toList();
        return Map.of(
                "aesthetic", "x",
                "name", "Weights remaining (%)",
                "limits", List.of(-0.3, last + 0.3),
                "breaks", labelled.stream().map(Integer::doubleValue).toList(),
                "labels",
                        labelled.stream()
                                .map(level -> percent(densities.get(level)))
                                .toList());
    }

    /** Three figures, as many as tell levels apart. */
    private static String percent(double share) {
        double percent = 100 * share;
        String form = percent >= 99.95 ? "%.0f" : percent >= 9.995 ? "%.1f" : percent >= 0.9995 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, form, percent);
    }

    private static String curve(Point point) {
        return point.rewind() == null ? "none" : point.rewind();
    }

    private static String title(AccuracyByDensity figure) {
        return figure.network() + " on " + figure.data();
    }

    private static String subtitle(AccuracyByDensity figure) {
        int seeds = seeds(figure.points());
        String shown =
                switch (seeds) {
                    case 0 -> "no result yet";
                    case 1 -> "1 seed";
                    default -> "mean ± sample standard deviation over " + seeds + " seeds";
                };
        return figure.complete() ? shown : "partial: " + shown;
    }

    private static int seeds(List<Point> points) {
        return points.stream().mapToInt(Point::seeds).max().orElse(0);
    }

    private static <T> List<T> cycled(List<T> values, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> values.get(i % values.size()))
                .toList();
    }

    /** Only geometries of pixels need an encoder of images. */
    private static String noImage(int width, int height, int[] pixels) {
        throw new UnsupportedOperationException("a line chart holds no image");
    }
}
