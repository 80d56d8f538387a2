package dev.earlyphase.trainer.orchestrator;

import java.util.Optional;

import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.claim.Heartbeat;
import dev.earlyphase.contracts.claim.Orders;
import dev.earlyphase.contracts.error.DomainException.Unavailable;
import dev.earlyphase.contracts.trial.TrialId;

/** What a worker asks of the orchestrator. */
public interface Orchestrator {
    /**
     * The trial for this worker; empty when it is not to be had (another has it, or nobody wants it any more).
     *
     * @throws Unavailable when there is no answer
     */
    Optional<Claim> claim(TrialId trial);

    /**
     * Renews leases and brings back what to do with each attempt.
     *
     * @throws Unavailable when there is no answer
     */
    Orders beat(Heartbeat heartbeat);
}
