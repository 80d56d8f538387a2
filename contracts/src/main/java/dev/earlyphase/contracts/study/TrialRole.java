package dev.earlyphase.contracts.study;

/**
 * What a trial is in a study.
 *
 * @param seed of the chain that it belongs to
 * @param level rounds of pruning so far; 0 for the dense run
 * @param rewind the rewinding point as the study writes it; null for the dense run, which all of them share
 * @param family what the figure groups trials by, such as a task or a pruning rule; null for the trunk that all share
 * @param variant what was done to it, such as {@code noise:0.5} or {@code 10ep}; null for nothing
 */
public record TrialRole(long seed, int level, String rewind, String family, String variant) {
    public TrialRole(long seed, int level, String rewind) {
        this(seed, level, rewind, null, null);
    }
}
