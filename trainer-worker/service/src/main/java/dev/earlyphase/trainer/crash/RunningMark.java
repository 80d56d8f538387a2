package dev.earlyphase.trainer.crash;

import java.time.Instant;
import java.util.Optional;

import dev.earlyphase.contracts.trial.TrialId;

/**
 * A note that a process trains an attempt.
 *
 * @param host on which it runs: process ids mean nothing elsewhere
 * @param started when the process did, which tells it from another that was given the same id; null if unknown
 * @param claimed when it took the attempt
 */
record RunningMark(TrialId trial, int attempt, String host, long pid, Instant started, Instant claimed) {
    /** Of this process. */
    static RunningMark of(TrialId trial, int attempt, String host) {
        ProcessHandle self = ProcessHandle.current();
        Instant started = self.info().startInstant().orElse(null);
        return new RunningMark(trial, attempt, host, self.pid(), started, Instant.now());
    }

    /** Whether the process that wrote it is gone, as far as can be told from this host. */
    boolean isLeftBehind(String thisHost) {
        boolean lives = ProcessHandle.of(pid)
                .filter(process -> process.info().startInstant().equals(Optional.ofNullable(started)))
                .isPresent();
        return host.equals(thisHost) && !lives;
    }

    String fileName() {
        return "running-" + trial.value() + "-" + attempt + ".json";
    }
}
