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

import static dev.earlyphase.gateway.parameter.QueryParameter.flag;

/** What was recorded while a trial trained. */
@Path("/api/v1/trials/{id}")
@RolesAllowed("viewer")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Trials")
public class TelemetryResource {
    private static final String FROM = "The first iteration";
    private static final String TO = "The last iteration";
    private static final String EVERY = "Only iterations that are multiples of it";

    private final Orchestrator orchestrator;
    private final TelemetryStore store;

    TelemetryResource(@RestClient Orchestrator orchestrator, TelemetryStore store) {
        this.orchestrator = orchestrator;
        this.store = store;
    }

    @GET
    @Path("/telemetry")
    @Operation(
            summary = "Read telemetry",
            description =
                    "One row an iteration, seen with the weights before its update, over the prunable weights that"
                            + " survive: loss, learning rate, mean |w|, mean |g| and L2 of the gradient, share of changed signs,"
                            + " distance and cosine to the initial weights. Null stands for what is not finite. At most 10,000"
                            + " rows a reply, 1,000 with layers; `next` says where to go on.")
    public Telemetry telemetry(
            @Parameter(description = TrialResource.ID) @PathParam("id") String id,
            @Parameter(
                            description = FROM,
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", defaultValue = "0"))
                    @QueryParam("from")
                    String from,
            @Parameter(description = TO, schema = @Schema(type = SchemaType.INTEGER, minimum = "0")) @QueryParam("to")
                    String to,
            @Parameter(
                            description = EVERY,
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = "1"))
                    @QueryParam("every")
                    String every,
            @Parameter(
                            description = "The same for each layer too",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @QueryParam("layers")
                    String layers) {
        var range = IterationRange.of(from, to, every);
        boolean byLayer = flag("layers", layers);
        return store.telemetry(orchestrator.trial(id).id(), range, byLayer);
    }

    @GET
    @Path("/evaluations")
    @Operation(
            summary = "Read evaluations",
            description =
                    "Accuracy and loss on the test set by iteration. At most 10,000 a reply; `next` says where to go"
                            + " on.")
    public Evaluations evaluations(
            @Parameter(description = TrialResource.ID) @PathParam("id") String id,
            @Parameter(
                            description = FROM,
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", defaultValue = "0"))
                    @QueryParam("from")
                    String from,
            @Parameter(description = TO, schema = @Schema(type = SchemaType.INTEGER, minimum = "0")) @QueryParam("to")
                    String to,
            @Parameter(
                            description = EVERY,
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = "1"))
                    @QueryParam("every")
                    String every) {
        var range = IterationRange.of(from, to, every);
        return store.evaluations(orchestrator.trial(id).id(), range);
    }
}
