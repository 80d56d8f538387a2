package dev.earlyphase.cli.stack;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import dev.earlyphase.launcher.ManagedProcess;

/** One process of the stack, and how it is started anew. */
interface Unit {
    /** Unique in the stack, and the name of its log. */
    String name();

    /** Where it answers, if that is one HTTP address. */
    Optional<URI> address();

    /** Where its metrics are, if it has any. */
    default Optional<URI> metrics() {
        return Optional.empty();
    }

    /** How long it may take to stop before it is killed. */
    Duration stopLimit();

    /** Having been ready for so long, it is started again however often it dies. */
    default Duration proof() {
        return Duration.ofSeconds(30);
    }

    /** Starts it. */
    ManagedProcess launch();

    /** Whether it answers; asked again and again after {@link #launch()}. */
    boolean isReady();
}
