package dev.earlyphase.gateway.key;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.earlyphase.contracts.access.KeyRequest;
import dev.earlyphase.contracts.access.KeyView;
import dev.earlyphase.contracts.access.NewKey;
import dev.earlyphase.gateway.body.BodyText;
import dev.earlyphase.gateway.body.BodyTree;
import dev.earlyphase.gateway.orchestrator.Orchestrator;

/** API keys: passed on to the orchestrator. */
@Path("/api/v1/keys")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
@RunOnVirtualThread
@Tag(name = "Keys", description = "Who may use this")
public class KeyResource {
    private final Orchestrator orchestrator;

    KeyResource(@RestClient Orchestrator orchestrator) {
        this.orchestrator = orchestrator;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "makeKey", summary = "Make a key", description = "Its `secret` is told this once.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = KeyRequest.class)))
    @APIResponse(
            responseCode = "201",
            description = "The key",
            content = @Content(schema = @Schema(implementation = NewKey.class)))
    public Response make(InputStream body) throws IOException {
        var key = BodyTree.parse(BodyText.read(body), MediaType.APPLICATION_JSON_TYPE);
        return Response.status(Response.Status.CREATED)
                .entity(orchestrator.makeKey(key))
                .build();
    }

    @GET
    @Operation(summary = "List the keys", description = "The newest first, revoked and expired ones too.")
    public List<KeyView> keys() {
        return orchestrator.keys();
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "revokeKey",
            summary = "Revoke a key",
            description = "Within seconds it opens nothing any more.")
    public KeyView revoke(@Parameter(description = "Id of the key") @PathParam("id") String id) {
        return orchestrator.revokeKey(id);
    }
}
