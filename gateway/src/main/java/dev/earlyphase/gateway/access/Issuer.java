package dev.earlyphase.gateway.access;

import jakarta.inject.Singleton;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcTenantConfig.Roles.Source;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** The one issuer, looked up when its first token comes, so that this service starts without it. */
@Singleton
public class Issuer implements TenantConfigResolver {
    private static final String NAME = "issuer";

    private final OidcTenantConfig tenant;

    Issuer(AccessConfig config) {
        AccessConfig.Oidc oidc = config.oidc();
        this.tenant = oidc.issuer().map(issuer -> tenant(issuer, oidc)).orElse(null);
    }

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext request, OidcRequestContext<OidcTenantConfig> unused) {
        return Uni.createFrom().item(tenant);
    }

    /** Whatever the token says is checked here: nothing is asked back about a single token. */
    private static OidcTenantConfig tenant(String issuer, AccessConfig.Oidc oidc) {
        return OidcTenantConfig.authServerUrl(issuer)
                .tenantId(NAME)
                .token()
                .issuer(issuer)
                .audience(oidc.audience().orElseThrow())
                .principalClaim(oidc.user())
                .subjectRequired()
                .allowJwtIntrospection(false)
                .allowOpaqueTokenIntrospection(false)
                .end()
                .roles(Source.accesstoken, oidc.roles())
                .build();
    }
}
