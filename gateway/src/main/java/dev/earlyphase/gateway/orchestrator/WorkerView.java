package dev.earlyphase.gateway.orchestrator;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A worker as the orchestrator knows it.
 *
 * @param engine name, version and device in one line
 * @param slots how many trials it can run at once
 * @param accepting false once it is asked to stop
 * @param running trials that it runs now
 */
public record WorkerView(
        String worker,

        @Schema(description = "Name, version and device in one line")
        String engine,

        @Schema(description = "How many trials it can run at once")
        int slots,

        @Schema(description = "False once it is asked to stop")
        boolean accepting,

        @Schema(description = "How many trials it runs now") int running,
        Instant lastSeen) {}
