package dev.earlyphase.cli.exit;

import java.time.Duration;

/** Ctrl-C, or SIGTERM: the command ends where it is, without a message. Leaves its thread interrupted. */
public final class Interruption extends RuntimeException {
    /** As shells count: 128 and the number of SIGINT. */
    public static final int EXIT_CODE = 130;

    public Interruption() {
        super("interrupted");
        Thread.currentThread().interrupt();
    }

    /** Waits, unless it is interrupted. */
    public static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            throw new Interruption();
        }
    }
}
