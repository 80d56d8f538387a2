package dev.earlyphase.orchestrator.trial;

/** Trials became ready or slots idle in this transaction; once it is committed there may be something to offer. */
public record TrialsChanged() {}
