package dev.earlyphase.orchestrator.worker;

import java.time.Instant;

/**
 * A worker as its heartbeats show it.
 *
 * @param accepting false once it is stopping
 * @param running trials that it has claimed
 */
public record Worker(String name, String engine, int slots, boolean accepting, int running, Instant lastSeen) {}
