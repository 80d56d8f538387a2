package dev.earlyphase.cli.progress;

import java.time.Duration;
import java.time.Instant;

import dev.earlyphase.cli.terminal.Terminal;

/** The line that says how far something is: rewritten in a terminal, elsewhere a new one every few seconds. */
public final class PassingLine {
    private static final Duration PLAIN_LINE_EVERY = Duration.ofSeconds(5);

    private final Terminal terminal;
    private String last = "";
    private Instant printed = Instant.EPOCH;

    public PassingLine(Terminal terminal) {
        this.terminal = terminal;
    }

    public synchronized void show(String line) {
        Instant now = Instant.now();
        boolean due = terminal.isInteractive() || now.isAfter(printed.plus(PLAIN_LINE_EVERY));
        if (due && !line.equals(last)) {
            terminal.passing(line);
            last = line;
            printed = now;
        }
    }
}
