package dev.earlyphase.gateway.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;

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

    @ActivateRequestContext
    public void run(SecurityIdentity identity, Runnable work) {
        present.setIdentity(identity);
        work.run();
    }
}
