package dev.earlyphase.gateway.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;

import dev.earlyphase.contracts.access.Caller;

/** Work that goes on for a caller after the request that began it, whose context ends with it. */
@ApplicationScoped
public class AsCaller {
    private final CurrentIdentityAssociation present;

    AsCaller(CurrentIdentityAssociation present) {
        this.present = present;
    }

    /** Who asks in the request at hand, to be taken along. */
    public SecurityIdentity identity() {
        return present.getIdentity();
    }

    /** Somebody who does not come by a request, such as this service itself. */
    public SecurityIdentity identity(Caller caller) {
        return Bearer.identity(caller);
    }

    @ActivateRequestContext
    public void run(SecurityIdentity identity, Runnable work) {
        present.setIdentity(identity);
        work.run();
    }
}
