package dev.earlyphase.gateway.telemetry;

import java.util.List;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
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
import dev.earlyphase.gateway.outcome.Outcomes;
import dev.earlyphase.gateway.study.StudyResource;

import static dev.earlyphase.gateway.parameter.QueryParameter.flag;

/** What was recorded while the trials of a study trained, all of it in one table. */
@Path("/api/v1/studies/{id}")
@RolesAllowed("viewer")
@Produces({Format.CSV_TYPE, Format.PARQUET_TYPE})
@RunOnVirtualThread
@Tag(name = "Studies")
public class StudyTelemetryResource {
    private static final List<Format> FORMATS = List.of(Format.CSV, Format.PARQUET);
    private static final String TRIALS =
            " Trial after trial in the order of the study; beside each row stand the trial's"
                    + " id, seed, level, rewinding point, family and variant. However long it is, it is sent as it is read."
                    + " With .csv or .parquet after the path too.";

    private final Orchestrator orchestrator;
    private final Outcomes outcomes;
    private final TelemetryTables tables;

    StudyTelemetryResource(@RestClient Orchestrator orchestrator, Outcomes outcomes, TelemetryTables tables) {
        this.orchestrator = orchestrator;
        this.outcomes = outcomes;
        this.tables = tables;
    }

    @GET
    @Path("/telemetry")
    @Operation(
            operationId = "studyTelemetry",
            summary = "Read the telemetry of a study as a table",
            description = "A row an iteration; layers, or the single weights that are followed, when they are asked"
                    + " for." + TRIALS)
    @APIResponseSchema(value = String.class, responseDescription = "The table")
    public Response telemetry(
            @Parameter(description = StudyResource.ID) @PathParam("id") String id,
            @BeanParam Iterations iterations,
            @Parameter(
                            description = TelemetryResource.LAYERS,
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @QueryParam("layers")
                    String layers,
            @Parameter(
                            description = TelemetryResource.TRACED,
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @QueryParam("traced")
                    String traced,
            @Parameter(description = Format.PARAMETER, schema = @Schema(enumeration = {"csv", "parquet"}))
                    @QueryParam("format")
                    String format,
            @Context HttpHeaders headers) {
        var range = iterations.range();
        boolean byLayer = flag("layers", layers);
        boolean followed = flag("traced", traced);
        var chosen = Format.choose(format, headers.getAcceptableMediaTypes(), FORMATS);
        return chosen.answer(tables.telemetry(scope(id), range, byLayer, followed));
    }

    @GET
    @Path("/evaluations")
    @Operation(
            operationId = "studyEvaluations",
            summary = "Read the evaluations of a study as a table",
            description = "Accuracy and loss on the test set by iteration." + TRIALS)
    @APIResponseSchema(value = String.class, responseDescription = "The table")
    public Response evaluations(
            @Parameter(description = StudyResource.ID) @PathParam("id") String id,
            @BeanParam Iterations iterations,
            @Parameter(description = Format.PARAMETER, schema = @Schema(enumeration = {"csv", "parquet"}))
                    @QueryParam("format")
                    String format,
            @Context HttpHeaders headers) {
        var range = iterations.range();
        var chosen = Format.choose(format, headers.getAcceptableMediaTypes(), FORMATS);
        return chosen.answer(tables.evaluations(scope(id), range));
    }

    private Scope scope(String study) {
        return Scope.of(outcomes.of(orchestrator.study(study)));
    }
}
