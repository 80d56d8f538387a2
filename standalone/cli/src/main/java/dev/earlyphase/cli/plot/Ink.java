package dev.earlyphase.cli.plot;

/**
 * A colour of the terminal's own sixteen, so that it suits light and dark ones.
 *
 * @param code of ANSI; 0 for the usual one
 */
record Ink(int code) {
    static final Ink USUAL = new Ink(0);
    private static final int GREY = 90;
    private static final int[] CURVES = {36, 35, 33, 32, 34, 31};

    static Ink ofCurve(int number, boolean colours) {
        return colours ? new Ink(CURVES[number % CURVES.length]) : USUAL;
    }

    static Ink ofReference(boolean colours) {
        return colours ? new Ink(GREY) : USUAL;
    }

    String on(Object text) {
        return code == 0 ? text.toString() : "\033[" + code + "m" + text + "\033[0m";
    }
}
