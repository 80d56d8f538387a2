package dev.earlyphase.gateway.provenance;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.earlyphase.gateway.orchestrator.Orchestrator;
import dev.earlyphase.gateway.study.StudyResource;

import static dev.earlyphase.gateway.parameter.QueryParameter.integer;

/** Where the results of a study come from. */
@Path("/api/v1/studies/{id}/provenance")
@RolesAllowed("viewer")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Studies")
public class ProvenanceResource {
    private static final int LONGEST_PAGE = 1_000;

    private final Orchestrator orchestrator;
    private final ProvenanceStore store;

    ProvenanceResource(@RestClient Orchestrator orchestrator, ProvenanceStore store) {
        this.orchestrator = orchestrator;
        this.store = store;
    }

    @GET
    @Operation(
            summary = "Read a study's provenance",
            description =
                    "What was submitted, and of each trial: its role, state, specification, result with the SHA-256 of"
                            + " the weights, and the engine, device, data and build that it was computed with.")
    public StudyProvenance provenance(
            @Parameter(description = StudyResource.ID) @PathParam("id") String id,
            @Parameter(
                            description = StudyResource.CURSOR,
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", defaultValue = "0"))
                    @QueryParam("cursor")
                    String cursor,
            @Parameter(
                            description = StudyResource.LIMIT,
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "1000",
                                            defaultValue = "1000"))
                    @QueryParam("limit")
                    String limit) {
        int from = integer("cursor", cursor, 0, Integer.MAX_VALUE, 0);
        int most = integer("limit", limit, 1, LONGEST_PAGE, LONGEST_PAGE);
        return store.of(orchestrator.study(id), from, most);
    }
}
