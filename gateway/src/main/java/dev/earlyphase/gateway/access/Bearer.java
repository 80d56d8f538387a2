package dev.earlyphase.gateway.access;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
import dev.earlyphase.contracts.error.DomainException.Unauthenticated;
import dev.earlyphase.contracts.error.Problem;

/** Who asks, by the bearer token: an API key, or a JWT of the issuer where there is one. */
@ApplicationScoped
public class Bearer implements HttpAuthenticationMechanism {
    static final String CALLER = "caller";
    private static final String SCHEME = "Bearer";
    private static final Problem REFUSAL = Problem.of(new Unauthenticated());

    private final Keys keys;
    private final Tokens tokens;
    private final BlockingSecurityExecutor executor;
    private final ObjectMapper json;

    Bearer(Keys keys, Tokens tokens, BlockingSecurityExecutor executor, ObjectMapper json) {
        this.keys = keys;
        this.tokens = tokens;
        this.executor = executor;
        this.json = json;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        String header = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return Uni.createFrom().nullItem();
        }
        if (!header.regionMatches(true, 0, SCHEME + " ", 0, SCHEME.length() + 1)) {
            return refused();
        }
        String token = header.substring(SCHEME.length() + 1).strip();
        if (!KeyText.isValid(token)) {
            return tokens.caller(token, request, providers)
                    .map(Bearer::identity)
                    .onFailure()
                    .invoke(() -> answersItself(request));
        }
        var key = new KeyText(token);
        Optional<Caller> remembered = keys.remembered(key);
        return remembered != null
                ? Uni.createFrom().item(() -> known(remembered))
                : executor.executeBlocking(() -> known(keys.holder(key)));
    }

    /** Before the mechanism of OpenID Connect, which is asked from here alone. */
    @Override
    public int getPriority() {
        return Integer.MAX_VALUE;
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

    /** The mechanism that tried last words the refusal; let it be this one. */
    private void answersItself(RoutingContext request) {
        request.put(HttpAuthenticationMechanism.class.getName(), this);
    }

    private static SecurityIdentity known(Optional<Caller> holder) {
        return identity(holder.orElseThrow(AuthenticationFailedException::new));
    }

    /** With every role that the caller's includes. */
    static SecurityIdentity identity(Caller caller) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(caller.user()))
                .addAttribute(CALLER, caller)
                .addRoles(Arrays.stream(Role.values())
                        .filter(caller.role()::includes)
                        .map(Role::id)
                        .collect(Collectors.toSet()))
                .build();
    }

    private static Uni<SecurityIdentity> refused() {
        return Uni.createFrom().failure(new AuthenticationFailedException());
    }
}
