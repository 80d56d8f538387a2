package dev.earlyphase.trainer.worker;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import dev.earlyphase.trainer.engine.EngineChoice;
import dev.earlyphase.trainer.lease.Heartbeats;
import dev.earlyphase.trainer.offer.Offers;
import dev.earlyphase.trainer.store.StoreAtStart;

/** Ready when the store takes objects, offers come in and leases are renewed. */
@Readiness
@Singleton
final class Ready implements HealthCheck {
    private final Offers offers;
    private final Heartbeats heartbeats;
    private final StoreAtStart store;
    private final EngineChoice engine;

    Ready(Offers offers, Heartbeats heartbeats, StoreAtStart store, EngineChoice engine) {
        this.offers = offers;
        this.heartbeats = heartbeats;
        this.store = store;
        this.engine = engine;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("worker")
                .withData("kafka", offers.connected() ? "answers" : "does not answer")
                .withData("orchestrator", heartbeats.answered() ? "answers" : "does not answer")
                .withData("object store", store.finding())
                .withData("engine", engine.line())
                .status(offers.connected() && heartbeats.answered())
                .build();
    }
}
