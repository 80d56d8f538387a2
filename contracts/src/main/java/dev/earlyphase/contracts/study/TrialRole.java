package dev.earlyphase.contracts.study;

/**
 * What a trial is in a study.
 *
 * @param seed of the chain that it belongs to
 * @param level rounds of pruning so far; 0 for the dense run
 * @param rewind the rewinding point as the study writes it; null for the dense run, which all of them share
 */
public record TrialRole(long seed, int level, String rewind) {}
