package dev.earlyphase.gateway.access;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who may come in, and how this service shows itself to the orchestrator. */
@ConfigMapping(prefix = "earlyphase")
public interface AccessConfig {
    Access access();

    Oidc oidc();

    Submissions submissions();

    interface Access {
        /** The secret by which the orchestrator knows this service; without it the service does not start. */
        Optional<String> gatewayKey();
    }

    /** Tokens of an OpenID Connect issuer. */
    interface Oidc {
        /** The OpenID Connect issuer's address, as tokens name it; without one only API keys are taken. */
        Optional<String> issuer();

        /** For whom tokens must be made out; needed where there is an issuer. */
        Optional<String> audience();

        /** Path to the claim of the issuer's tokens that lists roles. */
        @WithDefault("roles")
        String roles();

        /** The claim of the issuer's tokens that names the user; it must never pass from one person to another. */
        @WithDefault("sub")
        String user();
    }

    /** How often one user may submit or plan a study. */
    interface Submissions {
        /** So many studies one user may submit or plan at once. */
        @WithDefault("60")
        int burst();

        /** And one more after each such time. */
        @WithDefault("1s")
        Duration every();
    }
}
