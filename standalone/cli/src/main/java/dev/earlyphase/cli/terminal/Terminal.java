package dev.earlyphase.cli.terminal;

import java.io.PrintWriter;

/** Where a command prints. Safe for use by several threads. */
public final class Terminal {
    private static final String CLEAR_LINE = "\r\033[K";

    private static final int USUAL_COLUMNS = 80;

    private final PrintWriter out;
    private final boolean interactive;
    private final int columns;
    private boolean passing;

    /**
     * @param interactive whether a line can be rewritten
     * @param columns width to which a rewritten line is cut
     */
    public Terminal(PrintWriter out, boolean interactive, int columns) {
        this.out = out;
        this.interactive = interactive;
        this.columns = columns;
    }

    /** As the script found it: system properties {@code earlyphase.terminal} and {@code earlyphase.columns}. */
    public static Terminal of(PrintWriter out) {
        int columns = Integer.getInteger("earlyphase.columns", 0);
        // Some terminals do not know their width and say 0.
        return new Terminal(out, Boolean.getBoolean("earlyphase.terminal"), columns > 0 ? columns : USUAL_COLUMNS);
    }

    public boolean isInteractive() {
        return interactive;
    }

    /** How wide a line may be: elsewhere than in a terminal, as wide as it likes. */
    public int lineWidth() {
        return interactive ? columns : Integer.MAX_VALUE;
    }

    public synchronized void line(String text) {
        clearPassing();
        out.println(text);
        out.flush();
    }

    public void line(String format, Object... arguments) {
        line(String.format(format, arguments));
    }

    /** A line that the next one replaces; an ordinary line where nothing can be replaced. */
    public synchronized void passing(String text) {
        if (!interactive) {
            line(text);
            return;
        }
        out.print(CLEAR_LINE + text.substring(0, Math.min(text.length(), Math.max(1, columns - 1))));
        out.flush();
        passing = true;
    }

    /** Asks and leaves the answer to be typed on the same line. */
    public synchronized void question(String text) {
        clearPassing();
        out.print(text + " ");
        out.flush();
    }

    private void clearPassing() {
        if (passing) {
            out.print(CLEAR_LINE);
            passing = false;
        }
    }
}
