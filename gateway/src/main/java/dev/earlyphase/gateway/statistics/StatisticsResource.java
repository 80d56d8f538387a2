package dev.earlyphase.gateway.statistics;

import java.util.List;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.earlyphase.contracts.error.DomainException.NotFound;
import dev.earlyphase.gateway.orchestrator.Orchestrator;
import dev.earlyphase.gateway.trial.TrialResource;

import static dev.earlyphase.gateway.parameter.QueryParameter.moment;

/** What the analyzer has found out about a trial's weights and mask. */
@Path("/api/v1/trials/{id}")
@RolesAllowed("viewer")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Trials")
public class StatisticsResource {
    private final Orchestrator orchestrator;
    private final StatisticsStore store;

    StatisticsResource(@RestClient Orchestrator orchestrator, StatisticsStore store) {
        this.orchestrator = orchestrator;
        this.store = store;
    }

    @GET
    @Path("/statistics")
    @Operation(
            summary = "Read the statistics of weights",
            description =
                    "Of the weights that survive, in checkpoints. With a moment: every tensor of that checkpoint, or"
                            + " the one named. Without: one tensor, by default all prunable ones pooled, in every checkpoint.")
    public List<TensorStatistics> statistics(
            @Parameter(description = TrialResource.ID) @PathParam("id") String id,
            @Parameter(description = "The moment of a checkpoint, such as 500it or 1ep") @QueryParam("moment")
                    String moment,
            @Parameter(description = "A tensor's name, or * for all prunable ones pooled") @QueryParam("tensor")
                    String tensor) {
        var wanted = moment("moment", moment);
        var trial = orchestrator.trial(id);
        if (wanted == null) {
            return store.of(trial.id(), tensor == null ? MaskStatistics.ALL : tensor);
        }
        return store.at(trial.id(), wanted.iteration(trial.spec().iterationsPerEpoch())).stream()
                .filter(row -> tensor == null || row.tensor().equals(tensor))
                .toList();
    }

    @GET
    @Path("/mask")
    @Operation(
            summary = "Read the statistics of the mask",
            description =
                    "How many weights survive, tensor by tensor and in all, and how the mask differs from that of the"
                            + " level before. A dense trial has none.")
    public MaskStatistics mask(@Parameter(description = TrialResource.ID) @PathParam("id") String id) {
        var trial = orchestrator.trial(id).id();
        return store.mask(trial).orElseThrow(() -> new NotFound("mask on record of trial", trial.value()));
    }
}
