package dev.earlyphase.gateway.telemetry;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters that choose iterations. */
public class Iterations {
    @Parameter(
            description = "The first iteration",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", defaultValue = "0"))
    @QueryParam("from")
    String from;

    @Parameter(description = "The last iteration", schema = @Schema(type = SchemaType.INTEGER, minimum = "0"))
    @QueryParam("to")
    String to;

    @Parameter(
            description = "Only iterations that are multiples of it",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = "1"))
    @QueryParam("every")
    String every;

    IterationRange range() {
        return IterationRange.of(from, to, every);
    }
}
