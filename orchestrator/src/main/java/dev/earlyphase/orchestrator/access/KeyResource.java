package dev.earlyphase.orchestrator.access;

import java.time.Instant;
import java.util.List;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.logging.Log;
import io.smallrye.common.annotation.RunOnVirtualThread;

import dev.earlyphase.contracts.access.Caller;
import dev.earlyphase.contracts.access.KeyRequest;
import dev.earlyphase.contracts.access.KeyView;
import dev.earlyphase.contracts.access.NewKey;
import dev.earlyphase.contracts.error.Check;

/** API keys, for operators. */
@Path("/internal/keys")
@RolesAllowed("operator")
@RunOnVirtualThread
public class KeyResource {
    private final ApiKeys keys;
    private final Callers callers;

    KeyResource(ApiKeys keys, Callers callers) {
        this.keys = keys;
        this.callers = callers;
    }

    /** 201 and the key, which is never told again. */
    @POST
    public Response make(KeyRequest request) {
        Check.that(
                request.expires() == null || request.expires().isAfter(Instant.now()),
                "expires",
                request.expires(),
                "a time to come");
        NewKey made = keys.make(new Caller(request.user(), request.role()), request.expires());
        Log.infof(
                "Key made: key=%s user=%s role=%s by=%s",
                made.id(), made.user(), made.role().id(), callers.present().user());
        return Response.status(Response.Status.CREATED).entity(made).build();
    }

    @GET
    public List<KeyView> list() {
        return keys.all();
    }

    @DELETE
    @Path("/{id}")
    public KeyView revoke(String id) {
        KeyView revoked = keys.revoke(id);
        Log.infof("Key revoked: key=%s by=%s", id, callers.present().user());
        return revoked;
    }
}
