package dev.earlyphase.gateway.checkpoint;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.error.DomainException.NotFound;
import dev.earlyphase.gateway.orchestrator.Orchestrator;
import dev.earlyphase.gateway.trial.TrialResource;

/** The log of an attempt. */
@Path("/api/v1/trials/{id}/attempts/{attempt}/log")
@RolesAllowed("viewer")
@RunOnVirtualThread
@Tag(name = "Trials")
public class AttemptLogResource {
    private final Orchestrator orchestrator;
    private final AttemptLogs logs;

    AttemptLogResource(@RestClient Orchestrator orchestrator, AttemptLogs logs) {
        this.orchestrator = orchestrator;
        this.logs = logs;
    }

    @GET
    @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
    @Operation(
            summary = "Read the log of an attempt",
            description =
                    "What its worker put down: checkpoints kept, test accuracy measured, failures with where they came"
                            + " from. A line begins with its time, or is indented and belongs to the one before it. Not"
                            + " found while the attempt runs, and when its worker did not live to write it.")
    public String log(
            @Parameter(description = TrialResource.ID) @PathParam("id") String id,
            @Parameter(description = "Its number, from 1", schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
                    @PathParam("attempt")
                    String attempt) {
        int number = number(attempt);
        var trial = orchestrator.trial(id).id();
        return logs.of(trial, number)
                .orElseThrow(() -> new NotFound("log of trial " + trial + " and attempt", attempt));
    }

    private static int number(String text) {
        Check.that(text.matches("[1-9][0-9]{0,8}"), "attempt", text, "a whole number from 1");
        return Integer.parseInt(text);
    }
}
