package dev.earlyphase.orchestrator.archive;

import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

import dev.earlyphase.orchestrator.loop.Loop;

/** Gives up, on a timer, imports whose gateway died in the midst of them. */
@ApplicationScoped
class GivingUp {
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final Reservations reservations;
    private Loop loop;

    GivingUp(Reservations reservations) {
        this.reservations = reservations;
    }

    void start(@Observes StartupEvent event) {
        loop = new Loop("giving up old imports", EVERY, reservations::giveUpOld);
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }
}
