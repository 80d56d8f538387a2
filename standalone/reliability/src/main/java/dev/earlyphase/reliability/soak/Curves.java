package dev.earlyphase.reliability.soak;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jetbrains.letsPlot.core.util.PlotSvgExportCommon;

/** The curves of all that was read, a panel for each resource, as SVG. */
final class Curves {
    private static final double MINUTE = 60;

    private Curves() {}

    static String svg(List<Reading> readings) {
        // The library asks for a logger, of which there is none on a command line.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        Map<Resource, List<Reading>> panels = readings.stream()
                .collect(Collectors.groupingBy(
                        reading -> reading.subject().resource(), LinkedHashMap::new, Collectors.toList()));
        var figures = new ArrayList<Object>();
        panels.forEach((resource, all) -> figures.add(panel(resource, all)));
        return PlotSvgExportCommon.INSTANCE.buildSvgImageFromRawSpecs(
                Map.of(
                        "kind", "subplots",
                        "ggsize", Map.of("width", 1100, "height", 320 * ((figures.size() + 1) / 2)),
                        "layout", Map.of("name", "grid", "ncol", 2, "nrow", (figures.size() + 1) / 2),
                        "figures", padded(figures)),
                null,
                Curves::noImage,
                false);
    }

    private static Map<String, Object> panel(Resource resource, List<Reading> readings) {
        Map<String, Object> data = Map.of(
                "minute",
                        readings.stream()
                                .map(reading -> reading.second() / MINUTE)
                                .toList(),
                "value",
                        readings.stream()
                                .map(reading -> resource.shown(reading.value()))
                                .toList(),
                "name",
                        readings.stream()
                                .map(reading -> reading.subject().name())
                                .toList());
        return Map.of(
                "kind", "plot",
                "ggtitle", Map.of("text", resource.title()),
                "theme", Map.of("name", "bw", "panel_grid_minor", "blank", "axis_title_y", "blank"),
                "data", data,
                "mapping", Map.of("x", "minute", "y", "value", "color", "name"),
                "layers", List.of(Map.of("geom", "line", "size", 0.8)),
                "scales",
                        List.of(
                                Map.of("aesthetic", "y", "limits", limits(resource, readings)),
                                Map.of("aesthetic", "color", "name", "")));
    }

    /** From zero, so that what is flat looks flat. */
    private static List<Double> limits(Resource resource, List<Reading> readings) {
        double most = readings.stream().mapToDouble(Reading::value).max().orElse(1);
        return List.of(0.0, Math.max(1, resource.shown(most) * 1.05));
    }

    /** The grid is full. */
    private static List<Object> padded(List<Object> figures) {
        var padded = new ArrayList<>(figures);
        if (padded.size() % 2 != 0) {
            padded.add(null);
        }
        return padded;
    }

    /** Only geometries of pixels need an encoder of images. */
    private static String noImage(int width, int height, int[] pixels) {
        throw new UnsupportedOperationException("a chart of lines holds no image");
    }
}
