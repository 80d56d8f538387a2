package dev.earlyphase.gateway.session;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.earlyphase.contracts.access.Role;

/** Who is logged in. */
public record Session(
        String user,
        @Schema(description = "What they may do") Role role) {}
