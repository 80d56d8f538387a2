package dev.earlyphase.gateway.mask;

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

/** The masks of a study, held against each other. */
@Path("/api/v1/studies/{id}/masks/distances")
@RolesAllowed("viewer")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Studies")
public class MaskResource {
    private static final int LONGEST_PAGE = 500;
    private static final int USUAL_PAGE = 100;

    private final Orchestrator orchestrator;
    private final MaskStore store;

    MaskResource(@RestClient Orchestrator orchestrator, MaskStore store) {
        this.orchestrator = orchestrator;
        this.store = store;
    }

    @GET
    @Operation(
            operationId = "maskDistances",
            summary = "Compare masks",
            description =
                    "Each two masks of the study over the same weights: the share of weights that survive in just one of"
                            + " them (Hamming), and survivors of both over survivors of either (Jaccard).")
    public MaskDistances distances(
            @Parameter(description = StudyResource.ID) @PathParam("id") String id,
            @Parameter(description = "Only pairs of which this trial is one") @QueryParam("trial") String trial,
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
                                            maximum = "500",
                                            defaultValue = "100"))
                    @QueryParam("limit")
                    String limit) {
        int from = integer("cursor", cursor, 0, Integer.MAX_VALUE, 0);
        int most = integer("limit", limit, 1, LONGEST_PAGE, USUAL_PAGE);
        var study = orchestrator.study(id);
        return store.distances(
                study.id(), trial == null ? null : orchestrator.trial(trial).id(), from, most);
    }
}
