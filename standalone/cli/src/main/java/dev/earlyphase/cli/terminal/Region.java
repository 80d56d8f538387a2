package dev.earlyphase.cli.terminal;

import java.util.List;

/** Lines at the foot of what was printed that are drawn again in place. Says what to write; writes nothing itself. */
final class Region {
    static final String HIDE_CURSOR = "\033[?25l";
    static final String SHOW_CURSOR = "\033[?25h";
    private static final String CLEAR_SCREEN = "\033[H\033[2J";
    private static final String CLEAR_REST_OF_LINE = "\033[K";
    private static final String CLEAR_BELOW = "\033[J";

    private Size size;
    private int drawn;

    /** What draws these lines in the place of those before, cut to a terminal of this size. */
    String draw(List<String> lines, Size now) {
        // After a resize nobody knows where the terminal has put the lines before.
        String begin = drawn > 0 && !now.equals(size) ? CLEAR_SCREEN : up();
        size = now;
        var text = new StringBuilder(HIDE_CURSOR).append(begin);
        List<String> fitting = lines.subList(0, Math.min(lines.size(), Math.max(1, now.rows() - 1)));
        for (String line : fitting) {
            text.append(line, 0, Math.min(line.length(), Math.max(1, now.columns() - 1)))
                    .append(CLEAR_REST_OF_LINE)
                    .append('\n');
        }
        drawn = fitting.size();
        return text.append(CLEAR_BELOW).toString();
    }

    /** What takes the lines away again; empty where there are none. */
    String clear() {
        if (drawn == 0) {
            return "";
        }
        String text = up() + CLEAR_BELOW + SHOW_CURSOR;
        drawn = 0;
        return text;
    }

    boolean isDrawn() {
        return drawn > 0;
    }

    private String up() {
        return drawn == 0 ? "" : "\r\033[" + drawn + "A";
    }
}
