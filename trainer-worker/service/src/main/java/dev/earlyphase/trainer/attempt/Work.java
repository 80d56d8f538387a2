package dev.earlyphase.trainer.attempt;

import java.util.Optional;

import dev.earlyphase.contracts.event.AttemptEnded;
import dev.earlyphase.contracts.trial.Provenance;

/** What a slot does with a claim. */
interface Work {
    /** Empty when the attempt was dropped by order. */
    Optional<AttemptEnded.Outcome> run();

    /** Where what came of it comes from. */
    Provenance provenance();
}
