package dev.earlyphase.gateway.access;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.identity.SecurityIdentity;

import dev.earlyphase.contracts.access.Caller;

/** Who asks in the request at hand. */
@ApplicationScoped
public class Callers {
    private final SecurityIdentity identity;

    Callers(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Caller present() {
        return identity.getAttribute(Bearer.CALLER);
    }
}
