package dev.earlyphase.orchestrator.claim;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.smallrye.common.annotation.RunOnVirtualThread;

import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.claim.ClaimRequest;
import dev.earlyphase.contracts.error.Check;

/** Claims of workers: 409 when the trial is not to be had. */
@Path("/internal/claims")
@RolesAllowed("worker")
@RunOnVirtualThread
public class ClaimResource {
    private final Claims claims;

    ClaimResource(Claims claims) {
        this.claims = claims;
    }

    @POST
    public Claim claim(ClaimRequest request) {
        Check.given(request.trial(), "trial", "the id of a trial");
        Check.given(request.worker(), "worker", "the name of the worker");
        return claims.claim(request.trial(), request.worker());
    }
}
