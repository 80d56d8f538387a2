package dev.earlyphase.contracts.access;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An API key as it is listed: everything but what opens.
 *
 * @param id by which it is revoked
 * @param expires left out: never
 * @param revoked left out: not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeyView(String id, String user, Role role, Instant made, Instant expires, Instant revoked) {}
