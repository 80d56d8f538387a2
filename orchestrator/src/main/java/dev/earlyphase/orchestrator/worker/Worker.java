package dev.earlyphase.orchestrator.worker;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A worker as the API shows it.
 *
 * @param accepting false once it is stopping
 * @param running trials that it has claimed
 */
public record Worker(
        @JsonProperty("worker") String name,
        String engine,
        int slots,
        boolean accepting,
        int running,
        Instant lastSeen) {}
