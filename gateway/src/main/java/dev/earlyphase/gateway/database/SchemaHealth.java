package dev.earlyphase.gateway.database;

import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

import dev.earlyphase.contracts.error.DomainException.Unavailable;

/**
 * Ready when the tables are as new as the queries of this build. During an upgrade the orchestrator and the analyzer
 * bring them there; newer ones than asked for are as good, because migrations only add.
 */
@Readiness
@ApplicationScoped
class SchemaHealth implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(SchemaHealth.class);

    private final Database database;

    SchemaHealth(Database database) {
        this.database = database;
    }

    void started(@Observes StartupEvent event) {
        Thread.ofVirtual().name("schema check").start(() -> behind().forEach(
                        reason -> LOG.warnf("Not ready: %s", reason)));
    }

    @Override
    public HealthCheckResponse call() {
        List<String> behind = behind();
        var response = HealthCheckResponse.named("tables").status(behind.isEmpty());
        return behind.isEmpty()
                ? response.build()
                : response.withData("reason", String.join(" ", behind)).build();
    }

    private List<String> behind() {
        try {
            return List.of(SchemaVersion.values()).stream()
                    .flatMap(schema -> schema.lack(present(schema)).stream())
                    .toList();
        } catch (Unavailable e) {
            return List.of(e.getMessage());
        }
    }

    private int present(SchemaVersion schema) {
        return database.list(
                        "select coalesce(max(version::int), 0) as version from " + schema.history() + " where success",
                        row -> row.integer("version"))
                .getFirst();
    }
}
