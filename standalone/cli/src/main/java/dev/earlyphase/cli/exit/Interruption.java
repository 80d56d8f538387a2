package dev.earlyphase.cli.exit;

import java.time.Duration;

/** Waiting that Ctrl-C ends. */
public final class Interruption {
    private Interruption() {}

    /** Waits; when it is interrupted, the command is at its end. */
    public static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            throw failure();
        }
    }

    /** What an interrupted command throws; leaves the thread interrupted. */
    public static Failure failure() {
        Thread.currentThread().interrupt();
        return Failure.ofWork("Interrupted.");
    }
}
