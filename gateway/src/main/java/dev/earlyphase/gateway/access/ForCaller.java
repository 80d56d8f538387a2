package dev.earlyphase.gateway.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;

import org.eclipse.microprofile.rest.client.ext.ClientHeadersFactory;

import dev.earlyphase.contracts.access.Caller;

/** Tells the orchestrator that it is this service that asks, and for whom. */
@ApplicationScoped
public class ForCaller implements ClientHeadersFactory {
    private final GatewayKey key;
    private final Callers callers;

    ForCaller(GatewayKey key, Callers callers) {
        this.key = key;
        this.callers = callers;
    }

    @Override
    public MultivaluedMap<String, String> update(
            MultivaluedMap<String, String> incoming, MultivaluedMap<String, String> outgoing) {
        Caller caller = callers.present();
        var headers = new MultivaluedHashMap<String, String>();
        headers.putSingle(HttpHeaders.AUTHORIZATION, key.bearer());
        headers.putSingle(Caller.USER_HEADER, caller.userHeader());
        headers.putSingle(Caller.ROLE_HEADER, caller.role().id());
        return headers;
    }
}
