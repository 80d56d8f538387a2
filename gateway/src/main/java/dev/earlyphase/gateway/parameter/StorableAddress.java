package dev.earlyphase.gateway.parameter;

import jakarta.ws.rs.container.ContainerRequestContext;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import dev.earlyphase.contracts.error.Check;

/** Refuses addresses with text that no column can hold, so that each of those who look for it need not. */
public class StorableAddress {
    @ServerRequestFilter(preMatching = true)
    void check(ContainerRequestContext request) {
        var address = request.getUriInfo();
        Check.storable(address.getPath(), "path");
        address.getQueryParameters().forEach((name, values) -> {
            Check.storable(name, "query parameter");
            values.forEach(value -> Check.storable(value, name));
        });
    }
}
