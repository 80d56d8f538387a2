package dev.earlyphase.gateway.quota;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.earlyphase.contracts.access.QuotaView;
import dev.earlyphase.gateway.orchestrator.Orchestrator;

/** One's own quota: passed on from the orchestrator. */
@Path("/api/v1/quota")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
@RunOnVirtualThread
@Tag(name = "Quota", description = "How much one may take")
public class QuotaResource {
    private final Orchestrator orchestrator;

    QuotaResource(@RestClient Orchestrator orchestrator) {
        this.orchestrator = orchestrator;
    }

    @GET
    @Operation(
            operationId = "quota",
            summary = "Read one's quota",
            description =
                    "Trials at work, trials queued and bytes kept: what one has, and the limit where there is one.")
    public QuotaView own() {
        return orchestrator.quota();
    }
}
