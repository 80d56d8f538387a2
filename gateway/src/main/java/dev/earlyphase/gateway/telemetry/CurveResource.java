package dev.earlyphase.gateway.telemetry;

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
import dev.earlyphase.gateway.trial.TrialResource;

import static dev.earlyphase.gateway.parameter.QueryParameter.integer;

/** Telemetry for plots. */
@Path("/api/v1/trials/{id}/telemetry/curves")
@RolesAllowed("viewer")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Trials")
public class CurveResource {
    private static final int MOST_POINTS = 2_000;
    private static final int USUAL_POINTS = 600;

    private final Orchestrator orchestrator;
    private final CurveStore store;

    CurveResource(@RestClient Orchestrator orchestrator, CurveStore store) {
        this.orchestrator = orchestrator;
        this.store = store;
    }

    @GET
    @Operation(
            summary = "Read telemetry for a plot",
            description =
                    "All iterations of a range, drawn together into pieces of equal width on the axis: of each the"
                            + " least, mean and greatest value, so that no peak is lost. Over all weights, or, with `parts`, one"
                            + " thing layer by layer.")
    public Curves curves(
            @Parameter(description = TrialResource.ID) @PathParam("id") String id,
            @Parameter(
                            description = "The first iteration",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", defaultValue = "0"))
                    @QueryParam("from")
                    String from,
            @Parameter(description = "The last iteration", schema = @Schema(type = SchemaType.INTEGER, minimum = "0"))
                    @QueryParam("to")
                    String to,
            @Parameter(
                            description = "Most pieces; on a logarithmic axis iteration 0 is one more",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "2000",
                                            defaultValue = "600"))
                    @QueryParam("points")
                    String points,
            @Parameter(
                            description = "The axis of the iterations",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"log", "linear"},
                                            defaultValue = "log"))
                    @QueryParam("scale")
                    String scale,
            @Parameter(
                            description = "What to tell layer by layer; `traced`: the single weights that are followed",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {
                                                "weightMeanMagnitude",
                                                "gradientMeanMagnitude",
                                                "gradientL2",
                                                "signsChanged",
                                                "distance",
                                                "cosine",
                                                "traced"
                                            }))
                    @QueryParam("parts")
                    String parts) {
        var range = IterationRange.of(from, to, null);
        int most = integer("points", points, 1, MOST_POINTS, USUAL_POINTS);
        var axis = Buckets.parse(scale);
        var recorded = Recorded.byPart(parts);
        var trial = orchestrator.trial(id).id();
        return recorded == null
                ? store.pooled(trial, range, axis, most)
                : store.byPart(trial, recorded, range, axis, most);
    }
}
