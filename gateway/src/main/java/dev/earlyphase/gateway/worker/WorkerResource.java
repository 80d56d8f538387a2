package dev.earlyphase.gateway.worker;

import java.util.List;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.earlyphase.gateway.orchestrator.Orchestrator;
import dev.earlyphase.gateway.orchestrator.WorkerView;

/** Workers: passed on from the orchestrator. */
@Path("/api/v1/workers")
@RolesAllowed("viewer")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Workers", description = "Who trains")
public class WorkerResource {
    private final Orchestrator orchestrator;

    WorkerResource(@RestClient Orchestrator orchestrator) {
        this.orchestrator = orchestrator;
    }

    @GET
    @Operation(summary = "List the workers", description = "Those that the orchestrator has heard of lately.")
    public List<WorkerView> workers() {
        return orchestrator.workers();
    }
}
