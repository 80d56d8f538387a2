package dev.earlyphase.orchestrator.study;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.error.DomainException.Unavailable;
import dev.earlyphase.orchestrator.Settings;

/**
 * Studies that are expanded are so a few at a time: each may take tens of megabytes, and a connection to Postgres while
 * it waits for the one that is being stored.
 */
@ApplicationScoped
public class ExpansionTurns {
    private final Semaphore turns;
    private final Duration longest;

    @Inject
    ExpansionTurns(Settings settings) {
        this(settings.study().atOnce(), settings.study().turn());
    }

    /** @param longest that one waits for its turn */
    ExpansionTurns(int atOnce, Duration longest) {
        Check.atLeast(1, atOnce, "earlyphase.study.at-once");
        this.turns = new Semaphore(atOnce, true);
        this.longest = longest;
    }

    /** @throws Unavailable when its turn does not come in time */
    <T> T take(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Unavailable("Too many studies are being submitted or planned; try again later.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("The service stops.");
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
