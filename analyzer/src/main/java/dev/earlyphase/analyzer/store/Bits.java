package dev.earlyphase.analyzer.store;

/**
 * A value of a column of type {@code bit varying}.
 *
 * @param text a 0 or a 1 for each bit
 */
public record Bits(String text) {}
