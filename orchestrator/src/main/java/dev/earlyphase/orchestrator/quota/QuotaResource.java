package dev.earlyphase.orchestrator.quota;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.smallrye.common.annotation.RunOnVirtualThread;

import dev.earlyphase.contracts.access.QuotaView;
import dev.earlyphase.orchestrator.access.Callers;
import dev.earlyphase.orchestrator.store.Transactions;

/** What whoever asks may have and has. */
@Path("/internal/quota")
@RolesAllowed("gateway")
@RunOnVirtualThread
public class QuotaResource {
    private final Quotas quotas;
    private final Callers callers;

    QuotaResource(Quotas quotas, Callers callers) {
        this.quotas = quotas;
        this.callers = callers;
    }

    @GET
    public QuotaView own() {
        return Transactions.call(() -> quotas.of(callers.present().user()));
    }
}
