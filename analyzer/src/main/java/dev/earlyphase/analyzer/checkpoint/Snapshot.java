package dev.earlyphase.analyzer.checkpoint;

import dev.earlyphase.contracts.object.ObjectRef;

/**
 * A checkpoint that a study asked for and that is on record.
 *
 * @param mask of its trial; null for a dense one
 */
public record Snapshot(int iteration, ObjectRef weights, ObjectRef mask) {}
