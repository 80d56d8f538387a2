package dev.earlyphase.analyzer.outage;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The service stops while work waits; the record is neither acknowledged nor buried, and read again after the start. */
public final class Stopping extends RuntimeException {
    Stopping(String what, Throwable cause) {
        super("stopped while waiting to " + what, cause);
    }

    /** Never completes: a record behind this one must not be acknowledged before it. */
    public CompletionStage<Void> standstill() {
        return new CompletableFuture<>();
    }
}
