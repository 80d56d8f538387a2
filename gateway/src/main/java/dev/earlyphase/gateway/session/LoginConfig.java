package dev.earlyphase.gateway.session;

import java.net.URI;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the page logs in at the issuer. */
@ConfigMapping(prefix = "earlyphase")
public interface LoginConfig {
    /** Where browsers reach this service; by default, as each request says. */
    Optional<URI> publicUrl();

    Oidc oidc();

    interface Oidc {
        /** The issuer's address; the same as tokens are checked by. */
        Optional<String> issuer();

        /** As what the page is registered at the issuer; without it the page has no login there. */
        Optional<String> clientId();

        /** The secret of that client, unless it is public. */
        Optional<String> clientSecret();

        /** What the page asks the issuer for, separated by spaces. */
        @WithDefault("openid")
        String scope();
    }
}
