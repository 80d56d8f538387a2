package dev.earlyphase.gateway.measurement;

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

import dev.earlyphase.gateway.orchestrator.Orchestrator;
import dev.earlyphase.gateway.series.MeasurementStore;
import dev.earlyphase.gateway.trial.TrialResource;

/** Measurements that take computing of their own, such as the eigenvalues of the Hessian. */
@Path("/api/v1/trials/{id}/measurements")
@RolesAllowed("viewer")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Trials")
public class MeasurementResource {
    private final Orchestrator orchestrator;
    private final MeasurementStore store;

    MeasurementResource(@RestClient Orchestrator orchestrator, MeasurementStore store) {
        this.orchestrator = orchestrator;
        this.store = store;
    }

    @GET
    @Operation(
            summary = "Read measurements",
            description =
                    "What probes, perturbations and lines between runs found out, by iteration, name and tensor; the"
                            + " tensor `*` stands for all prunable ones. Null stands for what is not finite.")
    public Measurements measurements(
            @Parameter(description = TrialResource.ID) @PathParam("id") String id,
            @Parameter(description = "Only those of this name, such as hessian-eigenvalues") @QueryParam("name")
                    String name) {
        var trial = orchestrator.trial(id).id();
        return new Measurements(trial, store.all(trial.value(), name));
    }
}
