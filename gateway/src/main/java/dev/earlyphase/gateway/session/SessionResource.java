package dev.earlyphase.gateway.session;

import java.io.IOException;
import java.io.InputStream;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.earlyphase.contracts.access.Caller;
import dev.earlyphase.contracts.access.KeyText;
import dev.earlyphase.contracts.access.Role;
import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.error.DomainException.Unauthenticated;
import dev.earlyphase.gateway.access.Callers;
import dev.earlyphase.gateway.access.Keys;
import dev.earlyphase.gateway.body.BodyText;
import dev.earlyphase.gateway.body.BodyTree;

/** Logging in and out, for the page. */
@Path("/api/v1/session")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Session", description = "How the page logs in; programs send a bearer token instead")
public class SessionResource {
    private final Keys keys;
    private final Callers callers;

    SessionResource(Keys keys, Callers callers) {
        this.keys = keys;
        this.callers = callers;
    }

    /** What logs in. */
    public record Login(@Schema(description = "An API key") String key) {}

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirements
    @Operation(summary = "Log in", description = "By an API key, which the browser then keeps in a cookie.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Login.class)))
    @APIResponse(
            responseCode = "200",
            description = "Who is logged in now",
            content = @Content(schema = @Schema(implementation = Session.class)))
    public Response login(InputStream body, @Context UriInfo address) throws IOException {
        JsonNode key = BodyTree.parse(BodyText.read(body), MediaType.APPLICATION_JSON_TYPE)
                .path("key");
        Check.that(key.isTextual(), "key", key.isMissingNode() ? "nothing" : key.getNodeType(), "an API key");
        String token = key.asText().strip();
        Caller caller = keys.holder(new KeyText(token))
                .filter(holder -> holder.role().includes(Role.VIEWER))
                .orElseThrow(Unauthenticated::new);
        return Response.ok(new Session(caller.user(), caller.role()))
                .cookie(SessionCookie.holding(token, secure(address)))
                .build();
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "See who is logged in", description = "By the cookie or by the bearer token.")
    public Session session() {
        Caller caller = callers.present();
        return new Session(caller.user(), caller.role());
    }

    @DELETE
    @PermitAll
    @SecurityRequirements
    @Operation(summary = "Log out", description = "The browser forgets the token. The token itself stays what it was.")
    @APIResponse(responseCode = "204", description = "Logged out")
    public Response logout(@Context UriInfo address) {
        return Response.noContent().cookie(SessionCookie.none(secure(address))).build();
    }

    static boolean secure(UriInfo address) {
        return "https".equals(address.getRequestUri().getScheme());
    }
}
