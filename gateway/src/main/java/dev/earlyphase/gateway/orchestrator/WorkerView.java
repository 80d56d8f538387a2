package dev.earlyphase.gateway.orchestrator;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A worker as the orchestrator knows it.
 *
 * @param engine name, version and device in one line
 * @param slots how many trials it can run at once
 * @param accepting false once it is asked to stop
 * @param running how many trials it runs now
 * @param trials those; null from an orchestrator that does not tell them yet
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
        Instant lastSeen,

        @Schema(description = "The trials that it runs now, the longest at work first")
        List<Work> trials) {
    /**
     * A trial at work.
     *
     * @param owner who is charged with it
     * @param iterationsPerSecond null until the first heartbeat that tells it
     */
    public record Work(
            String trial,

            @Schema(description = "Who is charged with it") String owner,

            int beginIteration,
            int iteration,
            int endIteration,
            Double iterationsPerSecond,
            Instant started) {}
}
