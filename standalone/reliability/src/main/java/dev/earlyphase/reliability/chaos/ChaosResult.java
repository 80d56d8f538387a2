package dev.earlyphase.reliability.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.earlyphase.reliability.fault.FaultKind;

/**
 * What a run came to.
 *
 * @param seed by which it can be repeated
 * @param faults injected, by kind
 * @param trials that had to end
 * @param rows of telemetry and statistics that had to be as without faults
 * @param violations by the sentence of the check; empty lists where it holds
 * @param recoveries until the trial of a killed worker ran again, the shortest first
 * @param length of the whole
 */
record ChaosResult(
        long seed,
        Map<FaultKind, Integer> faults,
        int trials,
        int rows,
        Map<String, List<String>> violations,
        List<Duration> recoveries,
        Duration length) {
    boolean holds() {
        return violations.values().stream().allMatch(List::isEmpty);
    }

    int count() {
        return faults.values().stream().mapToInt(Integer::intValue).sum();
    }
}
