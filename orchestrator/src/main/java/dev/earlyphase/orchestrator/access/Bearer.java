package dev.earlyphase.orchestrator.access;

import java.util.Optional;
import java.util.Set;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

import dev.earlyphase.contracts.access.Caller;
import dev.earlyphase.contracts.access.KeyText;
import dev.earlyphase.contracts.access.Role;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.error.DomainException.Unauthenticated;
import dev.earlyphase.contracts.error.Problem;

/** Who asks, by the bearer token: a worker, or the gateway in the name of a user. */
@ApplicationScoped
public class Bearer implements HttpAuthenticationMechanism {
    /** The role of the gateway, beside those of the user for whom it asks. */
    static final String GATEWAY = "gateway";

    static final String CALLER = "caller";
    private static final String SCHEME = "Bearer";
    private static final Problem REFUSAL = Problem.of(new Unauthenticated());

    private final Secrets secrets;
    private final KnownKeys keys;
    private final BlockingSecurityExecutor executor;
    private final ObjectMapper json;

    Bearer(Secrets secrets, KnownKeys keys, BlockingSecurityExecutor executor, ObjectMapper json) {
        this.secrets = secrets;
        this.keys = keys;
        this.executor = executor;
        this.json = json;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager unused) {
        String header = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return Uni.createFrom().nullItem();
        }
        String token = header.regionMatches(true, 0, SCHEME + " ", 0, SCHEME.length() + 1)
                ? header.substring(SCHEME.length() + 1).strip()
                : "";
        if (!KeyText.isValid(token)) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        if (secrets.isGateway(token)) {
            return Uni.createFrom().item(() -> gateway(request));
        }
        var key = new KeyText(token);
        Optional<Caller> remembered = keys.remembered(key);
        return remembered != null
                ? Uni.createFrom().item(() -> worker(remembered))
                : executor.executeBlocking(() -> worker(keys.holder(key)));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(REFUSAL.status(), HttpHeaders.WWW_AUTHENTICATE, SCHEME));
    }

    /** Says the same whatever was wrong. */
    @Override
    public Uni<Boolean> sendChallenge(RoutingContext request) {
        try {
            request.response()
                    .setStatusCode(REFUSAL.status())
                    .putHeader(HttpHeaders.WWW_AUTHENTICATE, SCHEME)
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .end(json.writeValueAsString(REFUSAL));
            return Uni.createFrom().item(true);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static SecurityIdentity gateway(RoutingContext request) {
        try {
            Caller caller = Caller.of(
                    request.request().getHeader(Caller.USER_HEADER),
                    request.request().getHeader(Caller.ROLE_HEADER));
            if (caller.role() == Role.WORKER) {
                throw new AuthenticationFailedException();
            }
            return identity(caller, GATEWAY);
        } catch (Invalid unnamed) {
            throw new AuthenticationFailedException();
        }
    }

    /** Of the keys in the database, only the workers' open anything here: users come by way of the gateway. */
    private static SecurityIdentity worker(Optional<Caller> holder) {
        return identity(holder.orElseThrow(AuthenticationFailedException::new), null);
    }

    private static SecurityIdentity identity(Caller caller, String further) {
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(caller.user()))
                .addAttribute(CALLER, caller);
        if (further != null) {
            identity.addRole(further).addRole(caller.role().id());
        } else if (caller.role() == Role.WORKER) {
            identity.addRole(Role.WORKER.id());
        }
        return identity.build();
    }
}
