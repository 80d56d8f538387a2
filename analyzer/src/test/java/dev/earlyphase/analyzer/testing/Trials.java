package dev.earlyphase.analyzer.testing;

import java.util.UUID;

import dev.earlyphase.contracts.trial.TrialId;

/** Trials of which nothing is known yet. */
public final class Trials {
    private Trials() {}

    public static TrialId fresh() {
        return new TrialId(Sha256.of(UUID.randomUUID().toString().getBytes()));
    }
}
