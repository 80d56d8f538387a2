package dev.earlyphase.cli.stack;

import java.io.UncheckedIOException;
import java.time.Duration;

import dev.earlyphase.cli.home.Home;
import dev.earlyphase.cli.terminal.Terminal;

/** Looks every minute whether a log has become too long; trouble with that is told and stops nothing. */
final class LogKeeper implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final long MOST = 20_000_000;

    private final Home home;
    private final Terminal terminal;
    private final Thread thread;

    LogKeeper(Home home, Terminal terminal) {
        this.home = home;
        this.terminal = terminal;
        this.thread = Thread.ofVirtual().name("log keeper").start(this::keep);
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void keep() {
        try {
            while (true) {
                Thread.sleep(EVERY);
                shorten();
            }
        } catch (InterruptedException e) {
            // Only close() interrupts: nothing is left to do.
        }
    }

    private void shorten() {
        try {
            Logs.shorten(home, MOST);
        } catch (UncheckedIOException e) {
            terminal.line("%s: %s", e.getMessage(), e.getCause().getMessage());
        }
    }
}
