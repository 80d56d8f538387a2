package dev.earlyphase.analyzer.telemetry;

import dev.earlyphase.contracts.trial.TrialId;

/** What a row is about, and so its key: an INSERT may name each only once. */
record Position(TrialId trial, int iteration) {}
