package dev.earlyphase.gateway.queue;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.earlyphase.contracts.queue.QueueView;
import dev.earlyphase.gateway.orchestrator.Orchestrator;

/** The queue: passed on from the orchestrator. */
@Path("/api/v1/queue")
@RolesAllowed("viewer")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Workers")
public class QueueResource {
    private final Orchestrator orchestrator;

    QueueResource(@RestClient Orchestrator orchestrator) {
        this.orchestrator = orchestrator;
    }

    @GET
    @Operation(
            summary = "See what waits",
            description = "Trials of all studies by state, how long the oldest has been ready, for how many slots there"
                    + " is work, and whose the trials still to end are.")
    public QueueView queue() {
        return orchestrator.queue();
    }
}
