package dev.earlyphase.orchestrator.event;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;

import dev.earlyphase.contracts.event.AttemptEnded;
import dev.earlyphase.contracts.event.AttemptEnded.Completed;
import dev.earlyphase.contracts.event.AttemptEnded.Diverged;
import dev.earlyphase.contracts.event.AttemptEnded.Failed;
import dev.earlyphase.contracts.event.AttemptEnded.Released;
import dev.earlyphase.contracts.event.TrialEvent;

/** Counts events, how attempts end, and records that nobody could take. */
@Startup
@Singleton
public class EventMeters {
    private final Counter taken;
    private final Counter refused;
    private final Counter completed;
    private final Counter diverged;
    private final Counter failed;
    private final Counter released;
    private final Counter deadLetters;

    EventMeters(MeterRegistry meters) {
        taken = event(meters, "taken");
        refused = event(meters, "refused");
        completed = attempt(meters, "completed");
        diverged = attempt(meters, "diverged");
        failed = attempt(meters, "failed");
        released = attempt(meters, "released");
        deadLetters = Counter.builder("earlyphase.dead.letters")
                .description("Records that could not be taken")
                .register(meters);
    }

    void taken(TrialEvent event) {
        taken.increment();
        if (event instanceof AttemptEnded ended) {
            switch (ended.outcome()) {
                case Completed end -> completed.increment();
                case Diverged end -> diverged.increment();
                case Failed end -> failed.increment();
                case Released end -> released.increment();
            }
        }
    }

    void refused() {
        refused.increment();
    }

    void buried() {
        deadLetters.increment();
    }

    private static Counter event(MeterRegistry meters, String outcome) {
        return Counter.builder("earlyphase.events")
                .tag("outcome", outcome)
                .description("Events of workers: taken, or refused because their attempt counts no more")
                .register(meters);
    }

    private static Counter attempt(MeterRegistry meters, String outcome) {
        return Counter.builder("earlyphase.attempts")
                .tag("outcome", outcome)
                .description("Attempts by how their worker says that they ended")
                .register(meters);
    }
}
