package dev.earlyphase.gateway.orchestrator;

import java.io.InputStream;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import dev.earlyphase.contracts.archive.ArchivePage;
import dev.earlyphase.contracts.archive.Imported;
import dev.earlyphase.contracts.archive.Reservation;
import dev.earlyphase.gateway.access.ForCaller;

/**
 * Archives at the orchestrator, with time limits of their own. Bodies have a study in the first line and a trial in each
 * further one. A refusal is an {@link OrchestratorProblem}.
 */
@RegisterRestClient(configKey = "archives")
@RegisterProvider(Refusal.class)
@RegisterClientHeaders(ForCaller.class)
@Path("/internal/archives")
public interface ArchiveOrchestrator {
    String LINES = "application/x-ndjson";

    /** Some of a study's trials; a conflict while it has not ended. */
    @GET
    @Path("/{id}")
    ArchivePage page(@PathParam("id") String study, @QueryParam("cursor") Integer cursor);

    /** All that is wrong with the body is told now. */
    @POST
    @Consumes(LINES)
    Reservation begin(InputStream body);

    @POST
    @Path("/{id}/statistics")
    void tellStatistics(@PathParam("id") String reservation);

    /** All or nothing. */
    @POST
    @Path("/{id}/study")
    @Consumes(LINES)
    Imported takeIn(@PathParam("id") String reservation, InputStream body);

    @DELETE
    @Path("/{id}")
    void giveUp(@PathParam("id") String reservation);
}
