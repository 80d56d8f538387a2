package dev.earlyphase.contracts.archive;

/**
 * What came of an import.
 *
 * @param study its id
 * @param created false where the study was here already
 * @param trials taken in
 * @param present trials that were here already and stay as they are
 */
public record Imported(String study, boolean created, int trials, int present) {}
