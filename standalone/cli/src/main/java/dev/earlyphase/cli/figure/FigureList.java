package dev.earlyphase.cli.figure;

import java.util.ArrayList;
import java.util.List;

import dev.earlyphase.cli.api.Figures;
import dev.earlyphase.cli.api.Figures.Entry;

/** Which figures a study has, and where the first of them is to be seen. */
public final class FigureList {
    private FigureList() {}

    /** A line for each: its name and what it shows. */
    public static List<String> lines(List<Entry> entries) {
        int width = entries.stream()
                .mapToInt(entry -> entry.figure().length())
                .max()
                .orElse(0);
        return entries.stream()
                .map(entry -> entry.figure() + " ".repeat(width - entry.figure().length()) + "  " + entry.title())
                .toList();
    }

    /** What to say when a study has ended. */
    public static List<String> whereTo(Figures figures) {
        List<Entry> entries = figures.list();
        if (entries.isEmpty()) {
            return List.of();
        }
        String first = entries.getFirst().figure();
        var lines = new ArrayList<String>();
        lines.add("Look     earlyphase open " + figures.study());
        lines.add("Here     earlyphase results " + figures.study());
        lines.add("Figure   " + figures.address(first, "svg"));
        String label = entries.size() > 1 ? "Figures  " : "         ";
        for (String line : lines(entries)) {
            lines.add(label + line);
            label = "         ";
        }
        return lines;
    }
}
