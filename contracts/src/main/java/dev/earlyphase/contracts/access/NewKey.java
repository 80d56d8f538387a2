package dev.earlyphase.contracts.access;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A key just made.
 *
 * @param expires left out: never
 * @param secret the key itself, which is told this once and kept by nobody but its user
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewKey(String id, String user, Role role, Instant made, Instant expires, String secret) {
    @Override
    public String toString() {
        return "NewKey[" + id + ", " + user + ", " + role.id() + "]";
    }
}
