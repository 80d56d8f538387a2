package dev.earlyphase.gateway.drawing;

import dev.earlyphase.contracts.figure.Figure;
import dev.earlyphase.contracts.figure.Panel;

/** A figure as SVG: title, panels on a grid, legend, facts. */
public final class FigureSvg {
    private static final int MARGIN = 14;
    private static final int HEAD = 62;
    private static final int SMALLEST_WIDTH = 720;

    private static final String LIBRARY_FONT = "Lucida Grande, sans-serif";

    private FigureSvg() {}

    public static String of(Figure figure) {
        var styles = Style.of(figure);
        var grid = Grid.of(figure.panels().size(), labelled(figure));
        int width = Math.max(SMALLEST_WIDTH, grid.width()) + 2 * MARGIN;
        var legend = new Legend(styles, width - 2 * MARGIN);
        var facts = new FactLines(figure.facts(), width - 2 * MARGIN);
        int height = HEAD + grid.height() + legend.height() + facts.height() + MARGIN;
        var svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d">
                <rect width="%1$d" height="%2$d" fill="#ffffff"/>
                """.formatted(width, height));
        svg.append(SvgText.of(MARGIN, 26, 18, "bold", "#000000", figure.title()));
        svg.append(SvgText.of(MARGIN, 48, 13, "normal", "#444444", Subtitle.of(figure)));
        for (int i = 0; i < figure.panels().size(); i++) {
            Panel panel = figure.panels().get(i);
            String plot = PanelPlot.svg(panel, styles, grid.panelWidth(), grid.panelHeight());
            svg.append(plot.replaceFirst(
                    "<svg ", "<svg x=\"%d\" y=\"%d\" ".formatted(MARGIN + grid.left(i), HEAD + grid.top(i))));
            svg.append('\n');
        }
        svg.append(legend.svg(MARGIN + 10, HEAD + grid.height() + 6));
        svg.append(facts.svg(MARGIN + 10, HEAD + grid.height() + legend.height()));
        return SvgText.wellFormed(svg.append("</svg>\n").toString().replace(LIBRARY_FONT, SvgText.FAMILY));
    }

    private static boolean labelled(Figure figure) {
        return figure.panels().stream()
                .flatMap(panel -> panel.curves().stream())
                .flatMap(curve -> curve.points().stream())
                .anyMatch(point -> point.label() != null);
    }
}
