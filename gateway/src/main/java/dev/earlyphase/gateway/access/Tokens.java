package dev.earlyphase.gateway.access;

import java.util.Optional;
import java.util.stream.Stream;
import jakarta.inject.Singleton;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

import dev.earlyphase.contracts.access.Caller;
import dev.earlyphase.contracts.access.Role;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.error.DomainException.Unavailable;

/** JWTs of the issuer. */
@Singleton
class Tokens {
    private static final Logger LOG = Logger.getLogger(Tokens.class);

    private final boolean taken;
    private final OidcAuthenticationMechanism oidc;

    Tokens(AccessConfig config, OidcAuthenticationMechanism oidc) {
        this.taken = config.oidc().issuer().isPresent();
        this.oidc = oidc;
    }

    /** Fails with {@link AuthenticationFailedException} whatever is wrong with the token. */
    Uni<Caller> caller(String token, RoutingContext request, IdentityProviderManager providers) {
        if (!taken || token.isEmpty()) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        return oidc.authenticate(request, providers)
                .onItem()
                .ifNull()
                .failWith(AuthenticationFailedException::new)
                .map(Tokens::caller)
                .onFailure()
                .transform(Tokens::untold);
    }

    /** The highest role of the token; there is no worker among users, and without a role there is no caller. */
    private static Caller caller(SecurityIdentity identity) {
        Role role = Stream.of(Role.OPERATOR, Role.RESEARCHER, Role.VIEWER)
                .filter(candidate -> identity.hasRole(candidate.id()))
                .findFirst()
                .orElseThrow(AuthenticationFailedException::new);
        return new Caller(
                Optional.ofNullable(identity.getPrincipal().getName()).orElseThrow(AuthenticationFailedException::new),
                role);
    }

    /** What is wrong with a token is its sender's to find out, and may hold the token; an issuer that is away is ours. */
    private static Throwable untold(Throwable failure) {
        if (failure instanceof AuthenticationFailedException || failure instanceof Invalid) {
            return new AuthenticationFailedException();
        }
        LOG.warnf("The issuer of tokens does not answer: %s", failure.getClass().getSimpleName());
        return new Unavailable("The issuer of tokens does not answer.");
    }
}
