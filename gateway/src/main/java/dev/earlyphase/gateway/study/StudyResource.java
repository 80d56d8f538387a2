package dev.earlyphase.gateway.study;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.earlyphase.contracts.study.CriticalPeriod;
import dev.earlyphase.contracts.study.DenseRuns;
import dev.earlyphase.contracts.study.ImpRewinding;
import dev.earlyphase.contracts.study.LinearConnectivity;
import dev.earlyphase.contracts.study.Page;
import dev.earlyphase.contracts.study.PerturbedRuns;
import dev.earlyphase.contracts.study.Plan;
import dev.earlyphase.contracts.study.Pretraining;
import dev.earlyphase.contracts.study.PruningAtInitialisation;
import dev.earlyphase.contracts.study.Storage;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.TrialState;
import dev.earlyphase.gateway.access.Callers;
import dev.earlyphase.gateway.access.SubmissionLimit;
import dev.earlyphase.gateway.body.BodyText;
import dev.earlyphase.gateway.body.BodyTree;
import dev.earlyphase.gateway.orchestrator.Orchestrator;

import static dev.earlyphase.gateway.parameter.QueryParameter.flag;
import static dev.earlyphase.gateway.parameter.QueryParameter.integer;

/** Studies: passed on to the orchestrator. */
@Path("/api/v1/studies")
@RolesAllowed("viewer")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Studies", description = "What to find out, and how far it is")
public class StudyResource {
    /** What a study's id is, in every path that has one. */
    public static final String ID = "Id of the study: 20 hexadecimal digits";

    public static final String CURSOR = "Where to go on: `next` of the page before";
    public static final String LIMIT = "How many at most";
    private static final String EXAMPLE = """
            {"recipe": "imp-rewinding", "network": "lenet-300-100", "dataset": "mnist",
             "seeds": [0, 1], "rewind": ["0it", "200it"], "levels": 5, "training": {"end": "4ep"}}""";
    private static final int LONGEST_PAGE = 500;

    private final Orchestrator orchestrator;
    private final SubmissionLimit limit;
    private final Callers callers;

    StudyResource(@RestClient Orchestrator orchestrator, SubmissionLimit limit, Callers callers) {
        this.orchestrator = orchestrator;
        this.limit = limit;
        this.callers = callers;
    }

    @POST
    @RolesAllowed("researcher")
    @Consumes({MediaType.APPLICATION_JSON, "application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml"})
    @Operation(
            operationId = "submitStudy",
            summary = "Submit a study",
            description =
                    "Idempotent by content: the same study submitted again is answered with the one that is there,"
                            + " and trials that other studies have had trained are not trained again. At most 1 MB; in YAML"
                            + " without aliases. A user may submit or plan some sixty at once, then one a second.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema =
                                @Schema(
                                        oneOf = {
                                            DenseRuns.class,
                                            ImpRewinding.class,
                                            PerturbedRuns.class,
                                            Pretraining.class,
                                            LinearConnectivity.class,
                                            CriticalPeriod.class,
                                            PruningAtInitialisation.class
                                        }),
                        examples = @ExampleObject(name = "lottery tickets", value = EXAMPLE)),
                @Content(
                        mediaType = "application/yaml",
                        schema =
                                @Schema(
                                        oneOf = {
                                            DenseRuns.class,
                                            ImpRewinding.class,
                                            PerturbedRuns.class,
                                            Pretraining.class,
                                            LinearConnectivity.class,
                                            CriticalPeriod.class,
                                            PruningAtInitialisation.class
                                        }))
            })
    @APIResponse(
            responseCode = "201",
            description = "A new study",
            content = @Content(schema = @Schema(implementation = StudyView.class)))
    @APIResponse(
            responseCode = "200",
            description = "A study with this content was there already; or, of a dry run, what it would come to",
            content = @Content(schema = @Schema(oneOf = {StudyView.class, Plan.class})))
    public Response submit(
            @Context HttpHeaders headers,
            @Parameter(
                            description = "Only say what the study would come to",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @QueryParam("dryRun")
                    String dryRun,
            InputStream body)
            throws IOException {
        limit.take(callers.present().user());
        boolean planOnly = flag("dryRun", dryRun);
        JsonNode study = BodyTree.parse(BodyText.read(body), headers.getMediaType());
        if (planOnly) {
            return Response.ok(orchestrator.plan(true, study)).build();
        }
        var answer = orchestrator.submit(study);
        return Response.status(answer.getStatus())
                .location(URI.create("/api/v1/studies/" + answer.getEntity().id()))
                .entity(answer.getEntity())
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "Read a study",
            description = "What was submitted, how its trials stand, how long it will take.")
    public StudyView study(@Parameter(description = ID) @PathParam("id") String id) {
        return orchestrator.study(id);
    }

    @GET
    @Path("/{id}/trials")
    @Operation(
            summary = "List a study's trials",
            description = "In the order of level, seed and rewinding point, each with its role in this study.")
    public Page<TrialView> trials(
            @Parameter(description = ID) @PathParam("id") String id,
            @Parameter(description = CURSOR) @QueryParam("cursor") String cursor,
            @Parameter(
                            description = LIMIT,
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "500",
                                            defaultValue = "50"))
                    @QueryParam("limit")
                    String limit,
            @Parameter(description = "Only trials in this state", schema = @Schema(implementation = TrialState.class))
                    @QueryParam("state")
                    String state) {
        return orchestrator.trials(id, cursor, integer("limit", limit, 1, LONGEST_PAGE, null), state);
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed("researcher")
    @Operation(
            operationId = "cancelStudy",
            summary = "Cancel a study",
            description = "Its trials that no other study wants are stopped; results that are there stay. For its owner"
                    + " and for operators.")
    public StudyView cancel(@Parameter(description = ID) @PathParam("id") String id) {
        return orchestrator.cancel(id);
    }

    @POST
    @Path("/{id}/retry")
    @RolesAllowed("researcher")
    @Operation(
            operationId = "retryStudy",
            summary = "Retry a study",
            description =
                    "Its failed and cancelled trials become ready again, and what was blocked by them waits again.")
    public StudyView retry(@Parameter(description = ID) @PathParam("id") String id) {
        return orchestrator.retryStudy(id);
    }

    @GET
    @Path("/{id}/storage")
    @Operation(
            summary = "See what a study holds",
            description = "Objects and bytes of all its trials, and what of it deleting the study would free.")
    public Storage storage(@Parameter(description = ID) @PathParam("id") String id) {
        return orchestrator.storage(id);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("researcher")
    @Operation(
            operationId = "deleteStudy",
            summary = "Delete a study",
            description =
                    "For its owner and for operators. With all rows and objects that no other study needs; answers what was freed. A conflict while"
                            + " trials of it that no other study has are still to end: cancel it first.")
    public Storage delete(@Parameter(description = ID) @PathParam("id") String id) {
        return orchestrator.delete(id);
    }
}
