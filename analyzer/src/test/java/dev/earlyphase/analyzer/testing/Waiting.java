package dev.earlyphase.analyzer.testing;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waits long enough for a loaded machine. */
public final class Waiting {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Waiting() {}

    public static ConditionFactory await() {
        return Awaitility.await().atMost(LIMIT);
    }
}
