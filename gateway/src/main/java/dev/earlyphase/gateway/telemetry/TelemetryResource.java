package dev.earlyphase.gateway.telemetry;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.earlyphase.gateway.format.Format;
import dev.earlyphase.gateway.orchestrator.Orchestrator;
import dev.earlyphase.gateway.trial.TrialResource;

import static dev.earlyphase.gateway.parameter.QueryParameter.flag;

/** What was recorded while a trial trained. */
@Path("/api/v1/trials/{id}")
@RolesAllowed("viewer")
@Produces({MediaType.APPLICATION_JSON, Format.CSV_TYPE, Format.PARQUET_TYPE})
@RunOnVirtualThread
@Tag(name = "Trials")
public class TelemetryResource {
    static final String LAYERS = "The same for each layer too: in tables as rows of their own";
    static final String TRACED = "In tables: the single weights that are followed instead, a row for each";
    private static final String TABLES =
            " CSV and Parquet have it whole, sent as it is read; with .csv or .parquet" + " after the path too.";

    private final Orchestrator orchestrator;
    private final TelemetryStore store;
    private final TelemetryTables tables;

    TelemetryResource(@RestClient Orchestrator orchestrator, TelemetryStore store, TelemetryTables tables) {
        this.orchestrator = orchestrator;
        this.store = store;
        this.tables = tables;
    }

    @GET
    @Path("/telemetry")
    @Operation(
            summary = "Read telemetry",
            description =
                    "One row an iteration, seen with the weights before its update, over the prunable weights that"
                            + " survive: loss, learning rate, mean |w|, mean |g| and L2 of the gradient, share of changed signs,"
                            + " distance and cosine to the initial weights. Null stands for what is not finite. At most 10,000"
                            + " rows a reply in JSON, 1,000 with layers; `next` says where to go on." + TABLES)
    @APIResponseSchema(value = Telemetry.class, responseDescription = "A page of it, or the whole table")
    public Response telemetry(
            @Parameter(description = TrialResource.ID) @PathParam("id") String id,
            @BeanParam Iterations iterations,
            @Parameter(description = LAYERS, schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @QueryParam("layers")
                    String layers,
            @Parameter(description = TRACED, schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @QueryParam("traced")
                    String traced,
            @Parameter(description = Format.PARAMETER, schema = @Schema(enumeration = {"json", "csv", "parquet"}))
                    @QueryParam("format")
                    String format,
            @Context HttpHeaders headers) {
        var range = iterations.range();
        boolean byLayer = flag("layers", layers);
        boolean followed = flag("traced", traced);
        var chosen = Format.choose(format, headers.getAcceptableMediaTypes(), Format.DATA);
        var trial = orchestrator.trial(id).id();
        return chosen == Format.JSON
                ? Response.ok(store.telemetry(trial, range, byLayer), chosen.mediaType())
                        .build()
                : chosen.answer(tables.telemetry(Scope.of(trial), range, byLayer, followed));
    }

    @GET
    @Path("/evaluations")
    @Operation(
            summary = "Read evaluations",
            description = "Accuracy and loss on the test set by iteration. At most 10,000 a reply in JSON; `next` says"
                    + " where to go on." + TABLES)
    @APIResponseSchema(value = Evaluations.class, responseDescription = "A page of them, or the whole table")
    public Response evaluations(
            @Parameter(description = TrialResource.ID) @PathParam("id") String id,
            @BeanParam Iterations iterations,
            @Parameter(description = Format.PARAMETER, schema = @Schema(enumeration = {"json", "csv", "parquet"}))
                    @QueryParam("format")
                    String format,
            @Context HttpHeaders headers) {
        var range = iterations.range();
        var chosen = Format.choose(format, headers.getAcceptableMediaTypes(), Format.DATA);
        var trial = orchestrator.trial(id).id();
        return chosen == Format.JSON
                ? Response.ok(store.evaluations(trial, range), chosen.mediaType())
                        .build()
                : chosen.answer(tables.evaluations(Scope.of(trial), range));
    }
}
