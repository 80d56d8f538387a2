package dev.earlyphase.gateway.study;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.earlyphase.contracts.study.StudyGraph;
import dev.earlyphase.gateway.orchestrator.Orchestrator;

/** A study's trials at a glance. */
@Path("/api/v1/studies/{id}/graph")
@RolesAllowed("viewer")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Studies")
public class StudyGraphResource {
    private final Orchestrator orchestrator;

    StudyGraphResource(@RestClient Orchestrator orchestrator) {
        this.orchestrator = orchestrator;
    }

    @GET
    @Operation(
            summary = "See a study's trials as a graph",
            description =
                    "All of them in one answer, without specifications: state, role, result, and with whose weights"
                            + " each begins and whose weights decide its mask, as places in the list.")
    public StudyGraph graph(@Parameter(description = StudyResource.ID) @PathParam("id") String id) {
        return orchestrator.graph(id);
    }
}
