package dev.earlyphase.contracts.access;

import java.time.Instant;

import dev.earlyphase.contracts.error.Check;

/**
 * A key that is wanted.
 *
 * @param user whose it is to be
 * @param expires when it ends; null: never
 */
public record KeyRequest(String user, Role role, Instant expires) {
    public KeyRequest {
        Check.time(expires, "expires");
    }
}
