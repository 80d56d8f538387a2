package dev.earlyphase.analyzer.health;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import dev.earlyphase.analyzer.object.ObjectStore;
import dev.earlyphase.contracts.error.DomainException.Unavailable;

/** The object store answers and has the bucket. */
@Readiness
@ApplicationScoped
class ObjectStoreHealth implements HealthCheck {
    private final ObjectStore store;

    ObjectStoreHealth(ObjectStore store) {
        this.store = store;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("object store");
        try {
            store.ensureBucket();
            return response.up().build();
        } catch (Unavailable e) {
            return response.down().withData("reason", e.getMessage()).build();
        }
    }
}
