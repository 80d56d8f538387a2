package dev.earlyphase.contracts.claim;

import java.util.List;

import dev.earlyphase.contracts.trial.TrialId;

/**
 * A worker lives, and so do its attempts: {@code POST /internal/heartbeats}. Renews all leases named in it.
 *
 * @param worker unique to the process
 * @param engine name, version and device in one line
 * @param slots how many trials it can run at once
 * @param accepting false once it is asked to stop: nothing more is to be offered for it
 */
public record Heartbeat(String worker, String engine, int slots, boolean accepting, List<Running> running) {
    public Heartbeat {
        running = List.copyOf(running);
    }

    /**
     * An attempt in progress.
     *
     * @param iteration reached so far
     * @param iterationsPerSecond over the last few seconds; 0 before there is one
     */
    public record Running(TrialId trial, int attempt, int iteration, double iterationsPerSecond) {}
}
