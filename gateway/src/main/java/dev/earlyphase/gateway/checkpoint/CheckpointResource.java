package dev.earlyphase.gateway.checkpoint;

import java.util.List;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.earlyphase.contracts.error.DomainException.NotFound;
import dev.earlyphase.gateway.orchestrator.Orchestrator;
import dev.earlyphase.gateway.trial.TrialResource;

import static dev.earlyphase.gateway.parameter.QueryParameter.moment;

/** The checkpoints of a trial. */
@Path("/api/v1/trials/{id}/checkpoints")
@RolesAllowed("viewer")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Trials")
public class CheckpointResource {
    private final Orchestrator orchestrator;
    private final Downloads downloads;

    CheckpointResource(@RestClient Orchestrator orchestrator, Downloads downloads) {
        this.orchestrator = orchestrator;
        this.downloads = downloads;
    }

    @GET
    @Operation(
            summary = "List checkpoints",
            description = "By iteration, each with an address from which its weights can be fetched for a while without"
                    + " further keys. The files are safetensors with the names and layouts of the PyTorch modules.")
    public List<CheckpointView> checkpoints(@Parameter(description = TrialResource.ID) @PathParam("id") String id) {
        return orchestrator.checkpoints(id).stream()
                .map(checkpoint -> CheckpointView.of(checkpoint, downloads::presigned))
                .toList();
    }

    @GET
    @Path("/{moment}")
    @Operation(summary = "Fetch a checkpoint", description = "Leads to the address of the weights at a moment.")
    @APIResponse(responseCode = "302", description = "The weights lie at `Location`")
    public Response checkpoint(
            @Parameter(description = TrialResource.ID) @PathParam("id") String id,
            @Parameter(description = "The moment, such as 500it or 1ep") @PathParam("moment") String moment) {
        var wanted = moment("moment", moment);
        var trial = orchestrator.trial(id);
        int iteration = wanted.iteration(trial.spec().iterationsPerEpoch());
        var checkpoint = orchestrator.checkpoints(trial.id().value()).stream()
                .filter(candidate -> candidate.iteration() == iteration)
                .findFirst()
                .orElseThrow(() -> new NotFound("checkpoint of trial " + trial.id() + " at", moment));
        return Response.status(Response.Status.FOUND)
                .location(downloads.presigned(checkpoint.weights().key()))
                .build();
    }
}
