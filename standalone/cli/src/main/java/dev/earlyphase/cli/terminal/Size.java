package dev.earlyphase.cli.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many columns and rows a terminal has. */
public record Size(int columns, int rows) {
    public static final Size USUAL = new Size(80, 24);

    private static final File TERMINAL = new File("/dev/tty");
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,3}) ([1-9][0-9]{0,3})\\s*");
    private static final long LIMIT_SECONDS = 2;

    /** Of the terminal that the command was started from, now; {@code usual} where that cannot be told. */
    static Size now(Size usual) {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(TERMINAL)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!stty.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                stty.destroyForcibly();
                return usual;
            }
            return parse(new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII), usual);
        } catch (IOException e) {
            return usual;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return usual;
        }
    }

    /** @param text rows and columns as stty says them; a terminal that does not know says 0 */
    static Size parse(String text, Size usual) {
        Matcher parts = FORM.matcher(text);
        return parts.matches() ? new Size(Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(1))) : usual;
    }
}
