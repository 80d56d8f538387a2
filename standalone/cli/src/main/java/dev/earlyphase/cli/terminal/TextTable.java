package dev.earlyphase.cli.terminal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Cells in columns as wide as their widest: the first column to the left, the others to the right, unless they are text. */
public final class TextTable {
    /** For {@link #lines(int)}: as wide as it is. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final int columns;
    private final Set<Integer> left = new HashSet<>();

    public TextTable(String... heads) {
        this(List.of(heads));
    }

    public TextTable(List<String> heads) {
        this.columns = heads.size();
        rows.add(heads);
    }

    /** These columns hold text: to the left. */
    public TextTable left(Integer... columns) {
        left.addAll(List.of(columns));
        return this;
    }

    public TextTable row(String... cells) {
        return row(List.of(cells));
    }

    public TextTable row(List<String> cells) {
        if (cells.size() != columns) {
            throw new IllegalArgumentException(cells.size() + " cells in a table of " + columns + " columns");
        }
        rows.add(List.copyOf(cells));
        return this;
    }

    /** The lines, the heads first. */
    public List<String> lines() {
        return lines(UNLIMITED);
    }

    /**
     * The lines of a table that may be so wide: what does not fit stands below, after an empty line and with the first
     * column again; a cell that does not fit by itself is cut.
     */
    public List<String> lines(int width) {
        int first = widthOf(0);
        int most = Math.max(1, width - first - GAP.length());
        int[] widths = IntStream.range(0, columns)
                .map(column -> column == 0 ? first : Math.min(widthOf(column), most))
                .toArray();
        var lines = new ArrayList<String>();
        int from = 1;
        do {
            int end = fitting(from, widths, width);
            int begin = from;
            if (begin > 1) {
                lines.add("");
            }
            rows.forEach(row -> lines.add(line(row, begin, end, widths)));
            from = end;
        } while (from < columns);
        return lines;
    }

    @Override
    public String toString() {
        return String.join(System.lineSeparator(), lines());
    }

    private int widthOf(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    /** The column before which a line of this width ends that begins with column {@code from}; at least one further. */
    private int fitting(int from, int[] widths, int width) {
        int left = width - widths[0];
        int end = from;
        while (end < columns && (end == from || GAP.length() + widths[end] <= left)) {
            left -= GAP.length() + widths[end];
            end++;
        }
        return end;
    }

    private String line(List<String> row, int from, int end, int[] widths) {
        String head = row.getFirst();
        var line = new StringBuilder(head).append(" ".repeat(widths[0] - head.length()));
        for (int column = from; column < end; column++) {
            String cell = cut(row.get(column), widths[column]);
            String space = " ".repeat(widths[column] - cell.length());
            line.append(GAP).append(left.contains(column) ? cell + space : space + cell);
        }
        return line.toString().stripTrailing();
    }

    private static String cut(String cell, int width) {
        return cell.length() <= width ? cell : cell.substring(0, width - 1) + "…";
    }
}
