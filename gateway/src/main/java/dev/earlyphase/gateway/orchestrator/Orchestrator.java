package dev.earlyphase.gateway.orchestrator;

import java.util.List;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

import dev.earlyphase.contracts.access.KeyView;
import dev.earlyphase.contracts.access.NewKey;
import dev.earlyphase.contracts.access.QuotaView;
import dev.earlyphase.contracts.queue.QueueView;
import dev.earlyphase.contracts.study.AttemptView;
import dev.earlyphase.contracts.study.Catalog;
import dev.earlyphase.contracts.study.Page;
import dev.earlyphase.contracts.study.Plan;
import dev.earlyphase.contracts.study.Storage;
import dev.earlyphase.contracts.study.StudyGraph;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.gateway.access.ForCaller;

/**
 * The orchestrator's own API. Every call ends within the time limits of the configuration; a refusal is an
 * {@link OrchestratorProblem}, no answer a {@link jakarta.ws.rs.ProcessingException}.
 */
@RegisterRestClient(configKey = "orchestrator")
@RegisterProvider(Refusal.class)
@RegisterClientHeaders(ForCaller.class)
@Path("/internal")
public interface Orchestrator {
    /** Status 201 for a new study, 200 for one with the same content as a known one. */
    @POST
    @Path("/studies")
    RestResponse<StudyView> submit(JsonNode study);

    /** What {@link #submit} would come to; {@code dryRun} must be true. */
    @POST
    @Path("/studies")
    Plan plan(@QueryParam("dryRun") boolean dryRun, JsonNode study);

    @GET
    @Path("/studies")
    Page<StudyView> studies(
            @QueryParam("owner") String owner,
            @QueryParam("text") String text,
            @QueryParam("network") String network,
            @QueryParam("recipe") String recipe,
            @QueryParam("state") String state,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit);

    @GET
    @Path("/studies/{id}")
    StudyView study(@PathParam("id") String id);

    @GET
    @Path("/studies/{id}/trials")
    Page<TrialView> trials(
            @PathParam("id") String study,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit,
            @QueryParam("state") String state);

    @GET
    @Path("/studies/{id}/graph")
    StudyGraph graph(@PathParam("id") String study);

    @POST
    @Path("/studies/{id}/cancel")
    StudyView cancel(@PathParam("id") String study);

    @POST
    @Path("/studies/{id}/retry")
    StudyView retryStudy(@PathParam("id") String study);

    @GET
    @Path("/studies/{id}/storage")
    Storage storage(@PathParam("id") String study);

    /** What was freed; a conflict while trials that no other study has are still to end. */
    @DELETE
    @Path("/studies/{id}")
    Storage delete(@PathParam("id") String study);

    /** The id may be a unique prefix of at least eight digits. */
    @GET
    @Path("/trials/{id}")
    TrialView trial(@PathParam("id") String id);

    @POST
    @Path("/trials/{id}/retry")
    TrialView retryTrial(@PathParam("id") String id);

    /** Trains it once more from its begin and compares the weights; a conflict unless it is completed. */
    @POST
    @Path("/trials/{id}/replay")
    TrialView replay(@PathParam("id") String id);

    /** The oldest first. */
    @GET
    @Path("/trials/{id}/attempts")
    List<AttemptView> attempts(@PathParam("id") String trial);

    @GET
    @Path("/trials/{id}/checkpoints")
    List<Checkpoint> checkpoints(@PathParam("id") String trial);

    @GET
    @Path("/workers")
    List<WorkerView> workers();

    @GET
    @Path("/queue")
    QueueView queue();

    @GET
    @Path("/catalog")
    Catalog catalog();

    @GET
    @Path("/quota")
    QuotaView quota();

    @POST
    @Path("/keys")
    NewKey makeKey(JsonNode key);

    @GET
    @Path("/keys")
    List<KeyView> keys();

    @DELETE
    @Path("/keys/{id}")
    KeyView revokeKey(@PathParam("id") String id);
}
