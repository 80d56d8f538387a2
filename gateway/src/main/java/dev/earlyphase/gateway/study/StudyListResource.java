package dev.earlyphase.gateway.study;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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

import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.study.Page;
import dev.earlyphase.contracts.study.Recipe;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.gateway.orchestrator.Orchestrator;

import static dev.earlyphase.gateway.parameter.QueryParameter.integer;

/** All studies, or those that are looked for: passed on from the orchestrator. */
@Path("/api/v1/studies")
@RolesAllowed("viewer")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Studies")
public class StudyListResource {
    private static final int LONGEST_PAGE = 500;

    private final Orchestrator orchestrator;

    StudyListResource(@RestClient Orchestrator orchestrator) {
        this.orchestrator = orchestrator;
    }

    @GET
    @Operation(
            summary = "List studies",
            description = "The newest first, without what was submitted. Of several conditions all must hold.")
    public Page<StudyView> studies(
            @Parameter(description = "Only those of this user") @QueryParam("owner") String owner,
            @Parameter(description = "Only those with this in their name, A to Z in whatever case, or in their id")
                    @QueryParam("text")
                    String text,
            @Parameter(
                            description = "Only those that train this network",
                            schema = @Schema(implementation = NetworkName.class))
                    @QueryParam("network")
                    String network,
            @Parameter(description = "Only those of this recipe", schema = @Schema(implementation = Recipe.class))
                    @QueryParam("recipe")
                    String recipe,
            @Parameter(
                            description = "Only those in this state",
                            schema = @Schema(implementation = StudyView.State.class))
                    @QueryParam("state")
                    String state,
            @Parameter(description = StudyResource.CURSOR) @QueryParam("cursor") String cursor,
            @Parameter(
                            description = StudyResource.LIMIT,
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "500",
                                            defaultValue = "50"))
                    @QueryParam("limit")
                    String limit) {
        return orchestrator.studies(
                owner, text, network, recipe, state, cursor, integer("limit", limit, 1, LONGEST_PAGE, null));
    }
}
