package dev.earlyphase.gateway.session;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How one can log in; by an API key always. */
public record Ways(
        @Schema(description = "Whether there is an OpenID Connect issuer to log in at")
        boolean openIdConnect) {}
