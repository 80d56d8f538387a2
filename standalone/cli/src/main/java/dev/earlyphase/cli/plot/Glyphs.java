package dev.earlyphase.cli.plot;

/**
 * The characters of a drawing.
 *
 * @param marks of curves, one after another
 * @param braille whether lines are drawn with braille dots, two by four in each cell; else with a dot a cell
 * @param frame of the axes: upright, its tick, corner, level, its tick
 * @param reference in the legend, of what the others are compared with
 */
record Glyphs(String marks, boolean braille, String frame, String reference) {
    static final Glyphs UNICODE = new Glyphs("●▲■◆○△□◇", true, "│┤└─┬", "┄┄");
    static final Glyphs ASCII = new Glyphs("ox*#@%&$", false, "|++-+", "..");

    /** All of them. */
    String text() {
        return marks + frame + reference + (braille ? "⣿" : "");
    }

    char mark(int curve) {
        return marks.charAt(curve % marks.length());
    }

    int dotsAcross() {
        return braille ? 2 : 1;
    }

    int dotsDown() {
        return braille ? 4 : 1;
    }
}
