package dev.earlyphase.cli.plot;

/** Cells of characters on which lines are drawn dot by dot, and marks over them. The upper left corner is 0, 0. */
final class Canvas {
    private static final char BRAILLE = '⠀';
    /** The bits of braille's dots, by row and column. */
    private static final int[][] DOTS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

    private static final int DASH = 3;

    private final int columns;
    private final int rows;
    private final Glyphs glyphs;
    private final int[][] dots;
    private final char[][] marks;
    private final Ink[][] inks;

    Canvas(int columns, int rows, Glyphs glyphs) {
        this.columns = columns;
        this.rows = rows;
        this.glyphs = glyphs;
        this.dots = new int[rows][columns];
        this.marks = new char[rows][columns];
        this.inks = new Ink[rows][columns];
    }

    /**
     * A straight line between two points, each from 0 to 1 to the right and upwards.
     *
     * @param dashed with gaps
     */
    void line(double fromX, double fromY, double toX, double toY, Ink ink, boolean dashed) {
        int x0 = dotX(fromX);
        int y0 = dotY(fromY);
        int steps = Math.max(1, Math.max(Math.abs(dotX(toX) - x0), Math.abs(dotY(toY) - y0)));
        for (int step = 0; step <= steps; step++) {
            if (dashed && step / DASH % 2 == 1) {
                continue;
            }
            double share = (double) step / steps;
            dot((int) Math.round(x0 + share * (dotX(toX) - x0)), (int) Math.round(y0 + share * (dotY(toY) - y0)), ink);
        }
    }

    void mark(double x, double y, char mark, Ink ink) {
        int row = dotY(y) / glyphs.dotsDown();
        int column = column(x);
        marks[row][column] = mark;
        inks[row][column] = ink;
    }

    /** The column of cells in which a place is. */
    int column(double x) {
        return dotX(x) / glyphs.dotsAcross();
    }

    int row(double y) {
        return dotY(y) / glyphs.dotsDown();
    }

    /** A row of cells as text, in colour where its inks have any. */
    String text(int row) {
        var text = new StringBuilder();
        for (int column = 0; column < columns; column++) {
            char character = character(row, column);
            text.append(character == ' ' ? " " : inks[row][column].on(character));
        }
        return text.toString().stripTrailing();
    }

    private char character(int row, int column) {
        if (marks[row][column] != 0) {
            return marks[row][column];
        }
        if (dots[row][column] == 0) {
            return ' ';
        }
        return glyphs.braille() ? (char) (BRAILLE + dots[row][column]) : '.';
    }

    private void dot(int x, int y, Ink ink) {
        int row = y / glyphs.dotsDown();
        int column = x / glyphs.dotsAcross();
        dots[row][column] |= DOTS[y % glyphs.dotsDown()][x % glyphs.dotsAcross()];
        inks[row][column] = ink;
    }

    private int dotX(double x) {
        int most = columns * glyphs.dotsAcross() - 1;
        return (int) Math.round(Math.clamp(x, 0.0, 1.0) * most);
    }

    private int dotY(double y) {
        int most = rows * glyphs.dotsDown() - 1;
        return (int) Math.round((1 - Math.clamp(y, 0.0, 1.0)) * most);
    }
}
