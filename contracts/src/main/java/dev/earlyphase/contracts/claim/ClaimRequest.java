package dev.earlyphase.contracts.claim;

import dev.earlyphase.contracts.trial.TrialId;

/** A worker wants a trial that was offered to it: {@code POST /internal/claims}; 409 when it is not to be had. */
public record ClaimRequest(TrialId trial, String worker) {}
