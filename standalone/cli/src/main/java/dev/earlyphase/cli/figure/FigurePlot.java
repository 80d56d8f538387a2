package dev.earlyphase.cli.figure;

import java.util.ArrayList;
import java.util.List;

import dev.earlyphase.cli.plot.PanelPlot;
import dev.earlyphase.cli.terminal.Size;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.contracts.figure.Figure;
import dev.earlyphase.contracts.figure.Panel;

/** A figure drawn with characters, its panels one below another. */
final class FigurePlot {
    private static final int LOWEST = 8;
    private static final int HIGHEST = 18;
    /** Rows of the terminal that title, axis and legend take. */
    private static final int AROUND = 10;

    private FigurePlot() {}

    /**
     * All but the heading.
     *
     * @param colours unless the user wants none, by the variable NO_COLOR
     */
    static List<String> lines(Figure figure, Size size, boolean colours) {
        boolean inked = colours && System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
        boolean unicode = Terminal.shows(PanelPlot.characters());
        int height = Math.clamp(size.rows() - AROUND, LOWEST, HIGHEST);
        var lines = new ArrayList<String>();
        for (Panel panel : figure.panels()) {
            List<String> drawn = PanelPlot.lines(panel, size.columns() - 1, height, unicode, inked);
            lines.add("");
            lines.add(panel.title() + (drawn.isEmpty() ? ": no points yet" : ""));
            lines.addAll(drawn);
        }
        return lines;
    }
}
