package dev.earlyphase.gateway.drawing;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What each curve stands for, in columns below the panels that share it. */
final class Legend {
    private static final int SIZE = 12;
    private static final int LINE = 20;
    private static final int KEY = 34;
    private static final int SPACE = 26;

    private final List<Map.Entry<String, Style>> entries;
    private final int columns;
    private final double column;

    Legend(Map<String, Style> styles, int width) {
        this.entries = List.copyOf(styles.entrySet());
        this.column = KEY
                + SPACE
                + styles.keySet().stream()
                        .mapToDouble(name -> SvgText.width(name, SIZE))
                        .max()
                        .orElse(0);
        this.columns = (int) Math.clamp(width / column, 1, Math.max(1, entries.size()));
    }

    int height() {
        return entries.isEmpty() ? 0 : LINE * Math.ceilDiv(entries.size(), columns) + 10;
    }

    String svg(double left, double top) {
        var svg = new StringBuilder();
        int rows = Math.ceilDiv(entries.size(), columns);
        for (int i = 0; i < entries.size(); i++) {
            double x = left + column * (i / rows);
            double y = top + LINE * (i % rows) + LINE / 2.0;
            svg.append(key(entries.get(i).getValue(), x, y))
                    .append(SvgText.of(
                            x + KEY,
                            y + 4,
                            SIZE,
                            "normal",
                            "#222222",
                            entries.get(i).getKey()));
        }
        return svg.toString();
    }

    private static String key(Style style, double x, double y) {
        return line(style, x, y) + mark(style, x + 13, y);
    }

    private static String line(Style style, double x, double y) {
        return style.line() == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"2\"%s/>%n",
                        x,
                        y,
                        x + 26,
                        y,
                        style.colour(),
                        style.line().dashes().isEmpty()
                                ? ""
                                : " stroke-dasharray=\"" + style.line().dashes() + "\"");
    }

    /** As the plotting library draws the shape of that number. */
    private static String mark(Style style, double x, double y) {
        String filled = "fill=\"%1$s\" stroke=\"%1$s\"".formatted(style.colour());
        String hollow = "fill=\"#ffffff\" stroke=\"%s\" stroke-width=\"1.3\"".formatted(style.colour());
        return switch (style.shape()) {
            case 16 -> circle(x, y, filled);
            case 1 -> circle(x, y, hollow);
            case 17 -> triangle(x, y, filled);
            case 2 -> triangle(x, y, hollow);
            case 15 -> square(x, y, filled);
            case 0 -> square(x, y, hollow);
            default -> "";
        };
    }

    private static String circle(double x, double y, String paint) {
        return String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.4\" %s/>%n", x, y, paint);
    }

    private static String square(double x, double y, String paint) {
        return String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"6.4\" height=\"6.4\" %s/>%n",
                x - 3.2,
                y - 3.2,
                paint);
    }

    private static String triangle(double x, double y, String paint) {
        return String.format(
                Locale.ROOT,
                "<path d=\"M%.1f %.1f L%.1f %.1f L%.1f %.1f Z\" %s/>%n",
                x,
                y - 4.2,
                x + 4,
                y + 2.8,
                x - 4,
                y + 2.8,
                paint);
    }
}
