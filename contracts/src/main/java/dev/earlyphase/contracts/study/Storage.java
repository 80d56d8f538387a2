package dev.earlyphase.contracts.study;

/**
 * What a study holds in the object store, and what deleting it frees: that which no other study has.
 *
 * @param trials of the study
 * @param ownTrials of these, in no other study
 * @param objects checkpoints, momenta and masks of all its trials
 * @param ownObjects those of its own trials
 */
public record Storage(
        String study, int trials, int ownTrials, long objects, long bytes, long ownObjects, long ownBytes) {}
