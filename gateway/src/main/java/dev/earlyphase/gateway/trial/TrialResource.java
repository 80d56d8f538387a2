package dev.earlyphase.gateway.trial;

import java.util.List;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.earlyphase.contracts.study.AttemptView;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.gateway.orchestrator.Orchestrator;

/** Trials: passed on to the orchestrator. */
@Path("/api/v1/trials/{id}")
@RolesAllowed("viewer")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Trials", description = "Single runs of training, and what was seen of them")
public class TrialResource {
    /** What a trial's id may be, in every path that has one. */
    public static final String ID = "Id of the trial: 64 hexadecimal digits, or the first eight or more of them";

    private final Orchestrator orchestrator;

    TrialResource(@RestClient Orchestrator orchestrator) {
        this.orchestrator = orchestrator;
    }

    @GET
    @Operation(
            summary = "Read a trial",
            description = "Its specification, its state, its result and where that comes from.")
    public TrialView trial(@Parameter(description = ID) @PathParam("id") String id) {
        return orchestrator.trial(id);
    }

    @GET
    @Path("/graph")
    @Operation(
            operationId = "trialGraph",
            summary = "Read a trial with its ancestors",
            description =
                    "The trials that it descends from as nodes; as edges, which checkpoint it begins with and whose"
                            + " weights decide its mask.")
    public TrialGraph graph(@Parameter(description = ID) @PathParam("id") String id) {
        return TrialGraph.of(orchestrator.trial(id), parent -> orchestrator.trial(parent.value()));
    }

    @GET
    @Path("/attempts")
    @Operation(
            summary = "List attempts",
            description = "Each time that a worker took the trial, the oldest first: which worker, on what, from which"
                    + " iteration to which, and how it ended and why. `outcome` is left out while it runs; `lost`"
                    + " means that the worker was not heard of for its lease, `released` that it was asked to stop.")
    public List<AttemptView> attempts(@Parameter(description = ID) @PathParam("id") String id) {
        return orchestrator.attempts(id);
    }

    @POST
    @Path("/retry")
    @RolesAllowed("researcher")
    @Operation(
            operationId = "retryTrial",
            summary = "Retry a trial",
            description = "One that failed or diverged becomes ready again.")
    public TrialView retry(@Parameter(description = ID) @PathParam("id") String id) {
        return orchestrator.retryTrial(id);
    }

    @POST
    @Path("/replay")
    @RolesAllowed("researcher")
    @Operation(
            operationId = "replayTrial",
            summary = "Replay a trial",
            description =
                    "Trains a completed trial once more from its begin and compares the SHA-256 of the weights at the"
                            + " end; `verification` tells how that stands.")
    public TrialView replay(@Parameter(description = ID) @PathParam("id") String id) {
        return orchestrator.replay(id);
    }
}
