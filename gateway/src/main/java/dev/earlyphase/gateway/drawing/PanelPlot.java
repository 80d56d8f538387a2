package dev.earlyphase.gateway.drawing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

import org.jetbrains.letsPlot.core.util.PlotSvgExportCommon;

import dev.earlyphase.contracts.figure.Axis;
import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Panel;
import dev.earlyphase.contracts.figure.Point;
import dev.earlyphase.gateway.drawing.AxisScale.Tick;

/** One panel as SVG, in the plotting library's own form: the grammar of graphics as nested maps. */
final class PanelPlot {
    /** What the labels of the axes and the title take of a panel, about. */
    private static final int BESIDE_THE_PLOT = 80;

    private static final int ABOVE_AND_BELOW_THE_PLOT = 90;

    private final Panel panel;
    private final Map<String, Style> styles;
    private final int width;
    private final int height;
    private final AxisScale x;
    private final AxisScale y;

    private PanelPlot(Panel panel, Map<String, Style> styles, int width, int height) {
        this.panel = panel;
        this.styles = styles;
        this.width = width;
        this.height = height;
        this.x = AxisScale.of(panel.x(), values(Point::x), width - BESIDE_THE_PLOT);
        this.y = AxisScale.of(panel.y(), heights(), height - ABOVE_AND_BELOW_THE_PLOT);
    }

    /** @param styles by the names of curves; a curve without one is alone in its panel */
    static String svg(Panel panel, Map<String, Style> styles, int width, int height) {
        var plot = new PanelPlot(panel, styles, width, height);
        return PlotSvgExportCommon.INSTANCE.buildSvgImageFromRawSpecs(
                plot.specification(), null, PanelPlot::noImage, false);
    }

    private Map<String, Object> specification() {
        return Map.of(
                "kind", "plot",
                "ggsize", Map.of("width", width, "height", height),
                "ggtitle", Map.of("text", panel.title()),
                "theme",
                        Map.of(
                                "name", "bw",
                                "panel_grid_minor", "blank",
                                "legend_position", "none",
                                "plot_background", "blank",
                                "plot_title", Map.of("name", "text", "size", 14),
                                "axis_title", Map.of("name", "text", "size", 13),
                                "axis_text", Map.of("name", "text", "size", 11)),
                "layers", layers(),
                "scales", List.of(scale("x", panel.x(), x), scale("y", panel.y(), y)));
    }

    private List<Map<String, Object>> layers() {
        var layers = new ArrayList<Map<String, Object>>();
        for (Curve curve : panel.curves()) {
            var style = styles.getOrDefault(curve.name(), Style.alone(curve));
            layers.addAll(new CurveLayers(curve, style, x, y).layers());
        }
        layers.addAll(
                new PointLabels(panel, x, y, width - BESIDE_THE_PLOT, height - ABOVE_AND_BELOW_THE_PLOT).layers());
        if (layers.isEmpty()) {
            layers.add(Map.of(
                    "geom",
                    "point",
                    "alpha",
                    0.0,
                    "data",
                    Map.of("x", List.of(x.lower()), "y", List.of(y.lower())),
                    "mapping",
                    CurveLayers.XY));
        }
        return layers;
    }

    private static Map<String, Object> scale(String aesthetic, Axis axis, AxisScale scale) {
        var specification = new HashMap<String, Object>();
        specification.put("aesthetic", aesthetic);
        specification.put("name", axis.name());
        specification.put("limits", List.of(scale.lower(), scale.upper()));
        specification.put("expand", List.of(0.0, 0.0));
        if (!scale.ticks().isEmpty()) {
            specification.put("breaks", scale.ticks().stream().map(Tick::place).toList());
            specification.put("labels", scale.ticks().stream().map(Tick::label).toList());
        }
        return specification;
    }

    private double[] values(ToDoubleFunction<Point> value) {
        return panel.curves().stream()
                .flatMap(curve -> curve.points().stream())
                .mapToDouble(value)
                .toArray();
    }

    /** Means with their deviations, and single seeds where they are drawn. */
    private double[] heights() {
        boolean log = panel.y().scale() == Axis.Scale.LOG;
        return panel.curves().stream()
                .flatMap(curve -> curve.points().stream())
                .flatMapToDouble(point -> DoubleStream.concat(
                        DoubleStream.of(point.mean(), point.mean() + point.std(), point.mean() - point.std())
                                .filter(height -> !log || height >= point.mean() / 10),
                        point.samples() == null
                                ? DoubleStream.empty()
                                : point.samples().stream().mapToDouble(Point.Sample::value)))
                .toArray();
    }

    /** Only geometries of pixels need an encoder of images. */
    private static String noImage(int width, int height, int[] pixels) {
        throw new UnsupportedOperationException("a chart of lines and points holds no image");
    }
}
