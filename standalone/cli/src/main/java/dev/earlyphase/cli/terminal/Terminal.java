package dev.earlyphase.cli.terminal;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;

/** Where a command prints. Safe for use by several threads. */
public final class Terminal {
    private static final String CLEAR_LINE = "\r\033[K";

    private final PrintWriter out;
    private final boolean interactive;
    private final int columns;
    private final Region region = new Region();
    private boolean passing;
    private boolean restoring;
    private boolean over;

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
        return new Terminal(
                out, Boolean.getBoolean("earlyphase.terminal"), columns > 0 ? columns : Size.USUAL.columns());
    }

    /** Where lines are never rewritten. */
    public static Terminal plain(PrintWriter out) {
        return new Terminal(out, false, Size.USUAL.columns());
    }

    public boolean isInteractive() {
        return interactive;
    }

    /** How wide a line may be: elsewhere than in a terminal, as wide as it likes. */
    public int lineWidth() {
        return interactive ? columns : Integer.MAX_VALUE;
    }

    /** As it is now: it may have been resized. */
    public Size size() {
        var known = new Size(columns, Size.USUAL.rows());
        return interactive ? Size.now(known) : known;
    }

    /** Whether it shows the characters of a text. */
    public static boolean shows(String text) {
        String name =
                System.getProperty("stdout.encoding", Charset.defaultCharset().name());
        return Charset.isSupported(name) && Charset.forName(name).newEncoder().canEncode(text);
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

    /**
     * Lines that the next ones replace, cut to the size; the next ordinary line takes their place. They are for an
     * interactive terminal only. However the program ends, the cursor is shown again.
     */
    public synchronized void region(List<String> lines, Size size) {
        if (!interactive) {
            return;
        }
        restoreAtEnd();
        if (over) {
            return;
        }
        out.print(region.draw(lines, size));
        out.flush();
    }

    private void restoreAtEnd() {
        if (restoring) {
            return;
        }
        restoring = true;
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(this::restore, "restore the cursor"));
        } catch (IllegalStateException ending) {
            over = true;
        }
    }

    private synchronized void restore() {
        over = true;
        // What comes next, such as the shell's prompt, has a line of its own.
        out.print(Region.SHOW_CURSOR + (region.isDrawn() ? System.lineSeparator() : ""));
        out.flush();
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
        out.print(region.clear());
    }
}
