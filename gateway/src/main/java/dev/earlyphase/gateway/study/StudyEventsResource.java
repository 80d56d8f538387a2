package dev.earlyphase.gateway.study;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.gateway.access.AsCaller;
import dev.earlyphase.gateway.orchestrator.Orchestrator;

/** A study's progress as it happens. */
@Path("/api/v1/studies/{id}/events")
@RolesAllowed("viewer")
@RunOnVirtualThread
@Tag(name = "Studies")
public class StudyEventsResource {
    private final Orchestrator orchestrator;
    private final AsCaller asCaller;
    private final StudyFeeds feeds;

    StudyEventsResource(@RestClient Orchestrator orchestrator, AsCaller asCaller, StudyFeeds feeds) {
        this.orchestrator = orchestrator;
        this.asCaller = asCaller;
        this.feeds = feeds;
    }

    /** The request ends here; the stream goes on in a context of its own, which its end cannot pull from under it. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Follow a study",
            description = "Server-sent events: `progress` with the study when something has changed, and at"
                    + " least each second while it runs, then `end` with it;"
                    + " `problem` while the orchestrator does not answer.")
    @APIResponse(
            responseCode = "200",
            description = "The events; the data of each but `problem` is a study",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = StudyView.class)))
    public void events(
            @Parameter(description = StudyResource.ID) @PathParam("id") String id,
            @Context SseEventSink sink,
            @Context Sse sse) {
        var listener = feeds.join(orchestrator.study(id), asCaller.identity());
        var stream = new StudyStream(listener.mailbox(), sink, sse, feeds::stopping);
        Thread.ofVirtual().name("events of " + id).start(() -> {
            try {
                stream.follow();
            } finally {
                feeds.leave(listener);
            }
        });
    }
}
