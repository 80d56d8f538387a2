package dev.earlyphase.contracts.event;

import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialSpec;

/** A trial that waits for a worker; whoever takes the record must still claim the trial at the orchestrator. */
public record TrialOffer(int schema, TrialId trial, int priority, TrialSpec spec) {
    public TrialOffer {
        Schema.check(schema);
    }
}
