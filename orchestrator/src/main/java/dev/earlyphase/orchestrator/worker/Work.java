package dev.earlyphase.orchestrator.worker;

import java.time.Instant;

/**
 * A trial that a worker runs.
 *
 * @param owner for whom; null where nobody is charged with it
 * @param iterationsPerSecond null until the first heartbeat that tells it
 */
public record Work(
        String worker,
        String trial,
        String owner,
        int beginIteration,
        int iteration,
        int endIteration,
        Double iterationsPerSecond,
        Instant started) {}
